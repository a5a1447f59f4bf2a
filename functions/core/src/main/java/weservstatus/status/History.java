package weservstatus.status;

import java.util.List;
import weservstatus.uptime.MonthItem;

/**
 * The frozen months, oldest first.
 *
 * @param months each written once and never changed
 */
public record History(List<Month> months) {
    public History {
        months = List.copyOf(months);
    }

    /**
     * A frozen month.
     *
     * @param sha256 digest of the line by which it was frozen
     */
    public record Month(MonthItem item, String sha256) {}
}
