package weservstatus.config;

/**
 * One thing that is wrong in a configuration file, and what to do about it.
 *
 * @param file as its reader named it
 * @param line counted from 1
 * @param column counted from 1
 * @param path the field, such as {@code checks[3].timeout}; empty for the file as a whole
 * @param reason what is wrong
 * @param remedy what to do
 */
public record Fault(String file, int line, int column, String path, String reason, String remedy) {

    /** One line for people: place, field, reason; remedy. */
    public String text() {
        String place = file + ":" + line + ":" + column;
        String field = path.isEmpty() ? "" : " " + path;
        return place + field + ": " + reason + "; " + remedy;
    }
}
