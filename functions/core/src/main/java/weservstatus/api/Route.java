package weservstatus.api;

import java.util.Optional;
import weservstatus.api.Resource.Call;
import weservstatus.document.BadgeName;
import weservstatus.document.DocumentName;
import weservstatus.document.PublishedDocuments;
import weservstatus.document.Rendered;

/**
 * One line of the path table, for GET and HEAD.
 *
 * @param parameter the query parameter that it understands; others are ignored
 */
public record Route(PathTemplate path, Optional<WholeNumber> parameter, Resource resource) {
    /** A document without parameters. */
    static Route of(String path, DocumentName name) {
        return new Route(
                new PathTemplate(path),
                Optional.empty(),
                (sources, call) -> Answer.found(sources.documents().get(name)));
    }

    /** A badge of the page. */
    static Route of(String path, BadgeName name) {
        return new Route(
                new PathTemplate(path),
                Optional.empty(),
                (sources, call) -> Answer.found(sources.documents().badge(name)));
    }

    /** A badge of the component {@code {id}}. */
    static Route ofComponent(String path, BadgeName name) {
        return new Route(
                new PathTemplate(path),
                Optional.empty(),
                (sources, call) ->
                        found(sources.documents().badge(call.variable("id"), name), call));
    }

    /** Something that is read from a store. */
    static Route of(String path, Resource resource) {
        return new Route(new PathTemplate(path), Optional.empty(), resource);
    }

    /** The last n of something that belongs to the component {@code {id}}. */
    static Route of(String path, WholeNumber parameter, LastOfComponent last) {
        return new Route(
                new PathTemplate(path),
                Optional.of(parameter),
                (sources, call) -> answer(parameter, last, sources.documents(), call));
    }

    private static Answer answer(
            WholeNumber parameter, LastOfComponent last, PublishedDocuments documents, Call call) {
        Optional<String> given = call.parameter(parameter.name());
        return parameter
                .read(given)
                .map(n -> found(last.find(documents, call.variable("id"), n), call))
                .orElseGet(() -> parameter.refuse(given.orElse("")));
    }

    private static Answer found(Optional<Rendered> document, Call call) {
        return document.map(Answer::found)
                .orElseGet(() ->
                        Answer.notFound("there is no component " + Echo.of(call.variable("id"))));
    }

    /** Finds a document of a component, absent when there is no such component. */
    @FunctionalInterface
    interface LastOfComponent {
        Optional<Rendered> find(PublishedDocuments documents, String componentId, int n);
    }
}
