package weservstatus.check;

/** Where the secret of a heartbeat is found; the configuration never holds it itself. */
public sealed interface BeatToken {

    /** Its SHA-256 in lower-case hexadecimal digits. */
    record Hash(String sha256) implements BeatToken {}

    /** The environment variable that holds it. */
    record Variable(String name) implements BeatToken {}
}
