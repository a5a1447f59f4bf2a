package weservstatus.local;

import java.util.Optional;
import java.util.function.Function;

/** Where variables come from. */
public final class Environment {
    /** Those of this process. */
    public static final Function<String, Optional<String>> PROCESS =
            name -> Optional.ofNullable(System.getenv(name));

    private Environment() {}
}
