package weservstatus.config;

/** The kinds of things that a file gives ids to. */
enum Kind {
    LOCATION("location", Space.LOCATIONS),
    TARGET("target", Space.TARGETS),
    GROUP("group", Space.PARTS_OF_THE_PAGE),
    COMPONENT("component", Space.PARTS_OF_THE_PAGE),
    CHECK("check", Space.CHECKS),
    CHANNEL("channel", Space.CHANNELS),
    ALERTS("Alertmanager", Space.ALERTS);

    /** Ids are unique within a space. Statuspage lists groups among the components. */
    enum Space {
        LOCATIONS("location"),
        TARGETS("target"),
        PARTS_OF_THE_PAGE("group and component"),
        CHECKS("check"),
        CHANNELS("channel"),
        ALERTS("Alertmanager");

        private final String label;

        Space(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private final String label;
    private final Space space;

    Kind(String label, Space space) {
        this.label = label;
        this.space = space;
    }

    String label() {
        return label;
    }

    Space space() {
        return space;
    }
}
