package weservstatus.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Component;
import weservstatus.check.ComponentId;
import weservstatus.check.GroupId;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.GroupState;
import weservstatus.text.ShortId;
import weservstatus.verdict.ComponentStatus;

/**
 * One entry of Statuspage's flat list of groups and leaves.
 *
 * @param created midnight of the first day with a record, the epoch when there is none
 * @param updated when the present status began, as far as known
 * @param position from 1, of a group on the page, of a leaf in its group
 * @param startDate start of the uptime record, only of leaves
 * @param group of a leaf the id of its group
 * @param children of a group the ids of its leaves; absent for a leaf
 */
record StatuspageComponent(
        String id,
        String name,
        ComponentStatus status,
        Instant created,
        Instant updated,
        int position,
        Optional<String> description,
        Optional<LocalDate> startDate,
        String pageId,
        Optional<String> group,
        Optional<List<String>> children) {

    /** Each group followed by its leaves, in the order of the page. */
    static List<StatuspageComponent> all(StatusSnapshot snapshot) {
        String pageId = pageId(snapshot);
        List<StatuspageComponent> all = new ArrayList<>();
        for (int index = 0; index < snapshot.groups().size(); index++) {
            GroupState state = snapshot.groups().get(index);
            List<StatuspageComponent> leaves = leaves(state, pageId);
            all.add(group(state, leaves, index + 1, pageId));
            all.addAll(leaves);
        }
        return all;
    }

    /** The page's id: its address is what never changes about it. */
    static String pageId(StatusSnapshot snapshot) {
        return ShortId.of("page", snapshot.page().url().toASCIIString());
    }

    static String id(ComponentId id) {
        return ShortId.of("component", id.value());
    }

    static String id(GroupId id) {
        return ShortId.of("group", id.value());
    }

    private static List<StatuspageComponent> leaves(GroupState state, String pageId) {
        List<StatuspageComponent> leaves = new ArrayList<>();
        for (ComponentState leaf : state.components()) {
            leaves.add(leaf(leaf, id(state.group().id()), leaves.size() + 1, pageId));
        }
        return leaves;
    }

    private static StatuspageComponent leaf(
            ComponentState state, String group, int position, String pageId) {
        Component component = state.component();
        Instant created =
                state.firstDay()
                        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                        .orElse(Instant.EPOCH);
        return new StatuspageComponent(
                id(component.id()),
                component.name(),
                state.status(),
                created,
                state.since().filter(created::isBefore).orElse(created),
                position,
                description(state),
                state.firstDay(),
                pageId,
                Optional.of(group),
                Optional.empty());
    }

    /** What it is and, as Statuspage has no field for that, that its status was only said. */
    private static Optional<String> description(ComponentState state) {
        String said =
                state.overruling()
                        .map(overruling -> "(" + Words.overruled(overruling) + ")")
                        .orElse("");
        return Optional.of((state.component().description() + " " + said).strip())
                .filter(text -> !text.isEmpty());
    }

    private static StatuspageComponent group(
            GroupState state, List<StatuspageComponent> leaves, int position, String pageId) {
        return new StatuspageComponent(
                id(state.group().id()),
                state.group().name(),
                state.status(),
                leaves.stream()
                        .map(StatuspageComponent::created)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                leaves.stream()
                        .map(StatuspageComponent::updated)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                position,
                Optional.empty(),
                Optional.empty(),
                pageId,
                Optional.empty(),
                Optional.of(leaves.stream().map(StatuspageComponent::id).toList()));
    }

    static void write(Json json, StatuspageComponent component) {
        json.text("id", component.id());
        json.text("name", component.name());
        json.text("status", StatuspageWords.component(component.status()));
        json.text("created_at", Times.milliseconds(component.created()));
        json.text("updated_at", Times.milliseconds(component.updated()));
        json.number("position", component.position());
        json.text("description", component.description());
        json.flag("showcase", component.children().isEmpty());
        json.text("start_date", component.startDate().map(LocalDate::toString));
        json.text("group_id", component.group());
        json.text("page_id", component.pageId());
        json.flag("group", component.children().isPresent());
        json.flag("only_show_if_degraded", false);
        component.children().ifPresent(children -> json.texts("components", children));
    }
}
