package weservstatus.bench;

/**
 * One measured line of the table.
 *
 * @param goal the number to hold, or empty
 * @param peers figures of others, measured elsewhere on a machine of the same kind, or empty
 */
record Row(String what, String measured, String goal, String peers) {
    static final String HEAD = "| what | measured | goal | others |\n|---|---|---|---|";

    @Override
    public String toString() {
        return "| " + what + " | " + measured + " | " + goal + " | " + peers + " |";
    }
}
