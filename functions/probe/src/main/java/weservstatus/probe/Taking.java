package weservstatus.probe;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import weservstatus.check.Take;
import weservstatus.check.Take.Source;
import weservstatus.observe.Answer;
import weservstatus.observe.Exchange;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;

/** Takes out of an answer what later steps need. */
final class Taking {
    private static final Pattern ATTRIBUTE =
            Pattern.compile(
                    "\\b(src|srcset)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE);

    private Taking() {}

    /** The values; none where the answer has none, which only pictures may. */
    static List<String> of(Take take, Exchange.Answered exchange) {
        Answer answer = exchange.answer();
        return switch (take.source()) {
            case Source.FromHeader header -> answer.header(header.name()).stream().toList();
            case Source.FromJson json -> JsonValue.scalar(json.pointer(), answer).stream().toList();
            case Source.FromText text -> match(text, answer).stream().toList();
            case Source.OwnAddress _ -> List.of(escaped(exchange.url().toString()));
            case Source.Pictures pictures -> pictures(pictures, exchange);
        };
    }

    /** What is missing when nothing could be taken. */
    static Optional<Finding> missing(Take take) {
        return switch (take.source()) {
            case Source.FromHeader header ->
                    Optional.of(missing(take, "a header " + header.name(), FailureReason.HEADER));
            case Source.FromJson json ->
                    Optional.of(missing(take, "JSON with " + json.pointer(), FailureReason.BODY));
            case Source.FromText text ->
                    Optional.of(
                            missing(take, "a body matching " + text.regex(), FailureReason.BODY));
            case Source.Pictures _, Source.OwnAddress _ -> Optional.empty();
        };
    }

    private static Finding missing(Take take, String wanted, FailureReason reason) {
        return new Held(wanted, "none to take " + take.name() + " from").as(false, reason);
    }

    private static Optional<String> match(Source.FromText text, Answer answer) {
        Matcher matcher = Pattern.compile(text.regex()).matcher(answer.text());
        return matcher.find()
                ? Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())))
                : Optional.empty();
    }

    private static List<String> pictures(Source.Pictures pictures, Exchange.Answered exchange) {
        HttpUrl page = HttpUrl.get(exchange.url());
        if (page == null) {
            return List.of();
        }
        return addresses(exchange.answer().text()).stream()
                .flatMap(address -> Optional.ofNullable(page.resolve(address)).stream())
                .filter(url -> url.host().equals(page.host()) && url.port() == page.port())
                .map(Taking::pathAndQuery)
                .filter(path -> pictures.matching().map(path::matches).orElse(true))
                .distinct()
                .limit(pictures.most())
                .toList();
    }

    /** In the order of the page; of a srcset each candidate without its width or density. */
    private static List<String> addresses(String html) {
        List<String> found = new ArrayList<>();
        Matcher matcher = ATTRIBUTE.matcher(html);
        while (matcher.find()) {
            String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            String plain = value.replace("&amp;", "&").strip();
            if (matcher.group(1).equalsIgnoreCase("src")) {
                found.add(plain);
            } else {
                candidates(plain).forEach(found::add);
            }
        }
        return found;
    }

    /** An address of its own may hold commas, but ends with none and has no space inside. */
    private static List<String> candidates(String srcset) {
        List<String> candidates = new ArrayList<>();
        Matcher matcher =
                Pattern.compile("([^\\s,]\\S*[^\\s,])(?:\\s+[0-9.]+[wxh])?\\s*(?:,|$)")
                        .matcher(srcset);
        while (matcher.find()) {
            candidates.add(matcher.group(1));
        }
        return candidates;
    }

    private static String pathAndQuery(HttpUrl url) {
        URI uri = url.newBuilder().fragment(null).build().uri();
        return uri.getRawQuery() == null
                ? uri.getRawPath()
                : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static String escaped(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
