package weservstatus.probe;

import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import weservstatus.check.HttpMethod;
import weservstatus.observe.Answer;

/** Where an answer sends its reader (RFC 9110, 15.4). */
final class Redirect {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirect() {}

    /** The text of Location, empty when the answer is none of the redirects to follow. */
    static Optional<String> location(Answer answer) {
        return STATUSES.contains(answer.status()) ? answer.header("Location") : Optional.empty();
    }

    /** The next question, empty when the location is no web address. */
    static Optional<Question> follow(Question question, int status, String location) {
        return Optional.ofNullable(question.url().resolve(location))
                .map(url -> url.newBuilder().fragment(null).build())
                .map((HttpUrl url) -> question.redirected(method(question.method(), status), url));
    }

    private static HttpMethod method(HttpMethod before, int status) {
        return switch (before) {
            case GET, HEAD, OPTIONS ->
                    status == 303 && before == HttpMethod.OPTIONS ? HttpMethod.GET : before;
            case POST -> status == 307 || status == 308 ? before : HttpMethod.GET;
        };
    }
}
