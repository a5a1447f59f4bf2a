package weservstatus.observe;

/**
 * A request that was answered, for what compares several.
 *
 * @param path of the request as its step is written, with what earlier steps took; {@code {origin}}
 *     and {@code {nonce}} stay as they are
 */
public record Asked(String path, Answer answer) {}
