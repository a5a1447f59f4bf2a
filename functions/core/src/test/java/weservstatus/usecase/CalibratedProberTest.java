package weservstatus.usecase;

import java.time.Instant;
import weservstatus.store.InMemoryTable;
import weservstatus.store.Table;
import weservstatus.store.TestClock;

class CalibratedProberTest extends CalibrationContract {
    private final Table table =
            new InMemoryTable(new TestClock(Instant.parse("2026-03-01T00:00:00Z")));

    @Override
    protected Table table() {
        return table;
    }
}
