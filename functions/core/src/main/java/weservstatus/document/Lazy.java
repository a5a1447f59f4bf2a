package weservstatus.document;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made by the first who asks; everybody else waits for it and shares it. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> source;
    private volatile @Nullable T value;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T present = value;
        return present == null ? make() : present;
    }

    private synchronized T make() {
        T present = value;
        if (present == null) {
            present = source.get();
            value = present;
        }
        return present;
    }
}
