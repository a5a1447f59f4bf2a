package weservstatus.api;

/** What a client sent cannot be used; the problem says why and what to do. */
public final class Unacceptable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Unacceptable(Problem problem) {
        super(problem.title());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
