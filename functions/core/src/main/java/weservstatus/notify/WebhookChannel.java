package weservstatus.notify;

import java.net.URI;
import java.util.Optional;

/**
 * JSON sent by POST, signed as Standard Webhooks has it.
 *
 * @param secret names the key that signs; absent for receivers that check no signature
 * @param privateAllowed whether the address may lie in a private network
 */
public record WebhookChannel(
        ChannelHead head, URI url, Optional<SecretName> secret, boolean privateAllowed)
        implements Channel {}
