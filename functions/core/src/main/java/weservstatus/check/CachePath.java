package weservstatus.check;

/** Which half of the service an answer proves: a cached one says nothing about processing. */
public enum CachePath {
    /** Asked for before: proves delivery only. */
    HIT,
    /** Made unique by a nonce: proves fetching and processing. */
    MISS,
    /** Neither, such as the home page. */
    NONE
}
