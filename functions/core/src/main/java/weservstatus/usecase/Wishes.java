package weservstatus.usecase;

import java.util.List;
import java.util.Set;
import weservstatus.check.ComponentId;

/** Takes the wish of a visitor to be told by mail. */
public interface Wishes {

    /**
     * Has the address asked, by a mail to it, whether it wants to be told. Nobody learns from the
     * answer whether the address is known.
     *
     * @param typed what stands for the address
     * @param wanted components to hear of; empty for all
     * @return what is wrong with the wish, nothing when it was taken
     */
    List<FieldFault> request(String typed, Set<ComponentId> wanted);
}
