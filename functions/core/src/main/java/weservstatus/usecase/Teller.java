package weservstatus.usecase;

import java.util.function.Consumer;
import weservstatus.verdict.OutageChange;

/** Port to the people who want to know. Called at least once for each change. */
public interface Teller {
    void tell(StatusChange change);

    void tell(OutageChange change);

    /** A teller made of its two ears. */
    static Teller of(Consumer<StatusChange> whole, Consumer<OutageChange> outages) {
        return new Teller() {
            @Override
            public void tell(StatusChange change) {
                whole.accept(change);
            }

            @Override
            public void tell(OutageChange change) {
                outages.accept(change);
            }
        };
    }
}
