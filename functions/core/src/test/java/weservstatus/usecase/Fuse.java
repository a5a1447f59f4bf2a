package weservstatus.usecase;

/**
 * Lets the process die at one of its steps, and from then on at each further one until it is
 * restarted.
 */
final class Fuse {
    private int left;
    private boolean blown;

    /** The process ended. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param steps how many go well
     */
    Fuse(int steps) {
        this.left = steps;
    }

    synchronized void step() {
        if (!blown && left-- == 0) {
            blown = true;
        }
        if (blown) {
            throw new Death();
        }
    }

    synchronized boolean isBlown() {
        return blown;
    }

    /** A new process, which lives. */
    synchronized void restart() {
        blown = false;
        left = Integer.MAX_VALUE;
    }
}
