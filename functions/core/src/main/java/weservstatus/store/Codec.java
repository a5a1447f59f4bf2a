package weservstatus.store;

/**
 * The text form of a stored value. Reading is strict: {@code decode(encode(value))} equals {@code
 * value}, and text of any other form is refused with {@link UnreadableDocument}.
 */
public interface Codec<T> {
    String encode(T value);

    T decode(String document);
}
