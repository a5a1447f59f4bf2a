package weservstatus.notify;

import java.net.URI;
import java.util.Optional;

/**
 * One mail to one visitor.
 *
 * @param id the same for every repeat, part of the {@code Message-ID}
 * @param to the address alone
 * @param subject one line of plain text
 * @param text plain text
 * @param unsubscribe address that ends the subscription by one POST (RFC 8058), for the headers
 *     {@code List-Unsubscribe} and {@code List-Unsubscribe-Post}; absent in what is no list mail
 */
public record Letter(
        MessageId id, String to, String subject, String text, Optional<URI> unsubscribe) {}
