package weservstatus.store;

import java.time.InstantSource;

class InMemoryTableTest implements TableContract {
    @Override
    public Table table(InstantSource clock) {
        return new InMemoryTable(clock);
    }
}
