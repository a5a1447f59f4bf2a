package weservstatus.usecase;

import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;
import weservstatus.store.TestClock;

class TransferTest implements TransferContract {
    @Override
    public Stores stores(TestClock clock) {
        return new Stores(new InMemoryTable(clock), new InMemoryBlobs());
    }
}
