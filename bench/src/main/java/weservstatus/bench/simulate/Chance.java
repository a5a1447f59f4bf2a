package weservstatus.bench.simulate;

/**
 * Random numbers that depend on nothing but the seed and what they are for, so that every rule
 * meets the same history in whatever order it asks.
 */
record Chance(long seed) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;
    private static final int UNUSED_BITS = 11;

    /** Independent numbers for another purpose. */
    Chance split(long purpose) {
        return new Chance(mix(seed ^ mix(purpose + GOLDEN)));
    }

    /** At least 0, below 1; the same for the same keys. */
    double of(long first, long second) {
        return (mix(mix(seed + first * GOLDEN) + second * GOLDEN) >>> UNUSED_BITS) * UNIT;
    }

    /** The finisher of SplitMix64. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
