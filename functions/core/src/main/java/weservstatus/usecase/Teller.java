package weservstatus.usecase;

/** Port to the people who want to know. Called at least once for each change. */
public interface Teller {
    void tell(StatusChange change);
}
