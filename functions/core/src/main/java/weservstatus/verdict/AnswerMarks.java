package weservstatus.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import weservstatus.observe.Answer;

/** The marks by which an answer shows who wrote it: the service, its CDN, or a guard. */
record AnswerMarks(Answer answer) {

    /** The only header that the service's front puts on every status. */
    private static final String SERVICE_MARK = "X-Images-Api";

    /** The service's words for "it was the origin", from its table of errors. */
    private static final List<String> ORIGIN_WORDS =
            List.of(
                    "hostname of the origin is unresolvable",
                    "requested URL timed out",
                    "requested URL returned error",
                    "Invalid or unsupported image format",
                    "Image not readable",
                    "image is too large to be downloaded",
                    "Will not follow");

    private static final List<String> CHALLENGE_WORDS =
            List.of(
                    "cdn-cgi/challenge",
                    "challenge-platform",
                    "cf-chl",
                    "Just a moment...",
                    "Attention Required! | Cloudflare",
                    "You are being rate limited");

    private static final int LONGEST_ERROR = 4_096;
    private static final int LONGEST_MARK = 40;

    /** A rate limit or a ban. */
    boolean isRefusal() {
        return answer.status() == 429 || answer.status() == 403;
    }

    /** What kept us out, in words before a colon. */
    String refusal() {
        if (isChallenge()) {
            return "A challenge for browsers in place of an answer: ";
        }
        return answer.status() == 429 ? "The rate is limited: " : "The access is forbidden: ";
    }

    /** A CDN's page that asks for a browser or a human. */
    boolean isChallenge() {
        if (has("CF-Mitigated")) {
            return true;
        }
        boolean fromCdn =
                has("CF-Ray") || header("Server").toLowerCase(Locale.ROOT).contains("cloudflare");
        return fromCdn && !isFromService() && isHtml() && bodyHasOneOf(CHALLENGE_WORDS);
    }

    /** A JSON error of the service that says that the origin did not deliver. */
    boolean namesOrigin() {
        return isJson() && answer.body().length <= LONGEST_ERROR && bodyHasOneOf(ORIGIN_WORDS);
    }

    /** An error page that something in front of the service wrote. */
    boolean isForeignErrorPage() {
        if (isFromService() || isJson()) {
            return false;
        }
        return answer.status() >= 500 || (answer.status() >= 400 && isHtml());
    }

    /** Any page that something in front of the service wrote. */
    boolean isForeignPage() {
        return isHtml() && !isFromService();
    }

    String cacheStatus() {
        return header("X-Cache-Status");
    }

    /** Where the CDN answered, such as {@code HEL}, else what its cache said. */
    String edge() {
        String ray = header("CF-Ray");
        int dash = ray.lastIndexOf('-');
        return dash >= 0 ? ray.substring(dash + 1) : header("CF-Cache-Status");
    }

    private boolean isFromService() {
        return has(SERVICE_MARK);
    }

    private boolean isHtml() {
        return answer.mediaType().equals("text/html");
    }

    private boolean isJson() {
        return answer.mediaType().equals("application/json");
    }

    private boolean bodyHasOneOf(List<String> words) {
        String text = answer.text();
        return words.stream().anyMatch(text::contains);
    }

    private boolean has(String name) {
        return answer.header(name).isPresent();
    }

    /** The value, cut: what strangers send is stored in every observation. */
    private String header(String name) {
        Optional<String> value = answer.header(name).map(String::strip);
        return value.map(v -> v.substring(0, Math.min(v.length(), LONGEST_MARK))).orElse("");
    }
}
