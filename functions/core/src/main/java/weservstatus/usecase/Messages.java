package weservstatus.usecase;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import weservstatus.check.Catalogue;
import weservstatus.check.Component;
import weservstatus.check.ComponentId;
import weservstatus.check.Group;
import weservstatus.check.GroupId;
import weservstatus.document.PageLinks;
import weservstatus.incident.Impact;
import weservstatus.notify.About;
import weservstatus.notify.Advice;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Event;
import weservstatus.notify.Message;
import weservstatus.notify.MessageId;
import weservstatus.notify.Notice;

/** Completes notices with what the page calls things and where they are to be found. */
final class Messages {
    private static final int MOST_EVIDENCE = 3;

    private final String page;
    private final PageLinks links;
    private final Map<ComponentId, Component> components = new HashMap<>();
    private final Map<GroupId, String> groups;
    private final Function<String, Optional<String>> curl;

    /**
     * @param curl the line that asks as the failed observation of that evidence did
     */
    Messages(Catalogue catalogue, Function<String, Optional<String>> curl) {
        this.page = catalogue.page().name();
        this.links = PageLinks.of(catalogue.page());
        catalogue.components().forEach(one -> components.put(one.id(), one));
        this.groups = catalogue.groups().stream().collect(Collectors.toMap(Group::id, Group::name));
        this.curl = curl;
    }

    /** The group of each component. */
    Map<ComponentId, GroupId> groups() {
        return components.values().stream()
                .collect(Collectors.toMap(Component::id, Component::group));
    }

    Message of(Notice notice) {
        return new Message(
                notice.id(),
                notice.event(),
                notice.about(),
                page,
                notice.heading(),
                notice.parts().stream().map(this::part).toList(),
                notice.facts(),
                look(notice),
                Advice.of(notice),
                notice.at());
    }

    /** What somebody gets who tries a channel. */
    Message test(ChannelId channel, Instant now) {
        return of(
                trial(
                        MessageId.of("channel/" + channel, Event.TEST, now.toString()),
                        channel,
                        now));
    }

    /** The same, to be told by whoever empties the outbox. */
    Notice trial(MessageId id, ChannelId channel, Instant now) {
        String what = "Somebody tries whether messages arrive here.";
        return plain(id, Event.TEST, "Channel " + channel, what, now);
    }

    /** What the record says of an answer to a visitor. */
    Notice answer(MessageId id, Instant now) {
        return plain(id, Event.UPDATE, "Answer to somebody who subscribes", "", now);
    }

    private static Notice plain(MessageId id, Event event, String title, String what, Instant now) {
        return new Notice(
                id,
                event,
                new About.OfMessages(),
                new Message.Heading(title, Impact.NONE, event.label()),
                List.of(),
                new Message.Facts(
                        what, now, Optional.empty(), List.of(), Optional.empty(), List.of()),
                List.of(),
                false,
                now);
    }

    /** A component that the page does not have any more is called by its id. */
    private Message.Part part(Notice.Part part) {
        Optional<Component> known = Optional.ofNullable(components.get(part.id()));
        GroupId group = known.map(Component::group).orElse(new GroupId("gone"));
        return new Message.Part(
                part.id(),
                known.map(Component::name).orElse(part.id().value()),
                group,
                groups.getOrDefault(group, ""),
                part.status());
    }

    private Message.Look look(Notice notice) {
        List<String> evidence = notice.evidence();
        List<String> newest =
                evidence.subList(Math.max(0, evidence.size() - MOST_EVIDENCE), evidence.size());
        return new Message.Look(
                link(notice.about()),
                newest.stream().map(id -> uri("api/v1/evidence/" + id)).toList(),
                newest.reversed().stream().flatMap(id -> curl.apply(id).stream()).findFirst());
    }

    private URI link(About about) {
        return switch (about) {
            case About.OfIncident of -> URI.create(links.incident(of.incident().value()));
            case About.OfWork of -> URI.create(links.incident(of.occurrence()));
            case About.OfMessages ignored -> uri("");
        };
    }

    private URI uri(String path) {
        return URI.create(links.to(path));
    }
}
