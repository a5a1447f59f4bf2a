package weservstatus.notify;

import java.time.Instant;

/** What is decided about one notice and one channel. */
public sealed interface Ruling {

    /** It goes there now. */
    record Tell() implements Ruling {}

    /** It goes there as part of one message that lists several. */
    record Group() implements Ruling {}

    /** It does not go there, and the record says why. */
    record Hold(String reason) implements Ruling {}

    /** It is not for that channel. */
    record Pass() implements Ruling {}

    /** It is decided on again, not later than then. */
    record Wait(Instant until) implements Ruling {}

    Ruling TELL = new Tell();
    Ruling GROUP = new Group();
    Ruling PASS = new Pass();
}
