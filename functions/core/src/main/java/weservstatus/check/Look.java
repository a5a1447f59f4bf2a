package weservstatus.check;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What the owner of a page changed of its looks; everything else is the product's own.
 *
 * @param logo shown in place of the mark beside the name
 * @param colour of links and of the speed chart
 * @param links shown in the foot, before those of the page
 * @param footer one sentence at the very end
 */
public record Look(
        Optional<Logo> logo, Optional<Accent> colour, List<Link> links, Optional<String> footer) {
    /** Nothing changed. */
    public static final Look PLAIN =
            new Look(Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    public Look {
        links = List.copyOf(links);
    }

    /**
     * A picture.
     *
     * @param mediaType {@code image/svg+xml} or {@code image/png}
     * @param base64 its bytes
     */
    public record Logo(String mediaType, String base64) {}

    /** One colour on each ground, as {@code #rrggbb}; both can be read there. */
    public record Accent(String light, String dark) {}

    /** A way to somewhere else. */
    public record Link(String name, URI url) {}
}
