package weservstatus.usecase;

/**
 * Lets the process die at one of its steps, and from then on at each further one until it is
 * restarted.
 */
public final class Fuse {
    private int left;
    private boolean blown;

    /** The process ended. */
    public static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param steps how many go well
     */
    public Fuse(int steps) {
        this.left = steps;
    }

    /** From now on so many steps go well. */
    synchronized void arm(int steps) {
        left = steps;
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
