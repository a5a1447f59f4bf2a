package weservstatus.local;

import java.nio.file.Path;

/** The folder that was asked for cannot be had; the message names the remedy. */
public final class DataFolderTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataFolderTaken(Path folder, String reason) {
        super("folder " + folder + " " + reason + "; choose another with --data");
    }
}
