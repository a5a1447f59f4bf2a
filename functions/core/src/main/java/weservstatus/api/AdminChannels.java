package weservstatus.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.notify.ChannelId;
import weservstatus.text.Slug;
import weservstatus.usecase.Administration;

/** {@code /api/v1/admin/channels}: where messages go. */
final class AdminChannels {
    static final List<Operation<Administration>> ALL =
            List.of(
                    Operation.of(
                            "POST",
                            "/api/v1/admin/channels/{id}/test",
                            Trust.ADMIN,
                            AdminChannels::test));

    private AdminChannels() {}

    private static Response test(Administration admin, Asked asked) {
        var mandate = asked.creating();
        String id = asked.variable("id");
        if (!Slug.isValid(id)) {
            return Replies.missing("channel", id);
        }
        return Optional.of(new ChannelId(id))
                .flatMap(channel -> admin.channels().test(channel, mandate))
                .map(message ->
                        Replies.json(
                                202,
                                JsonMapper.shared()
                                        .createObjectNode()
                                        .put("message", message.value())
                                        .put("receiver", "channel/" + id),
                                Map.of()))
                .orElseGet(Replies::busy);
    }
}
