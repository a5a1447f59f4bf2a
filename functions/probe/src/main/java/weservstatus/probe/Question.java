package weservstatus.probe;

import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import weservstatus.check.AddressFamily;
import weservstatus.check.HttpCheck;
import weservstatus.check.HttpMethod;
import weservstatus.check.HttpVersion;
import weservstatus.observe.Header;

/**
 * One request, complete before anything is sent.
 *
 * @param headers all that are sent, in order
 */
record Question(
        HttpMethod method,
        HttpUrl url,
        List<Header> headers,
        AddressFamily family,
        HttpVersion version) {
    Question {
        headers = List.copyOf(headers);
    }

    static Question of(HttpCheck check, HttpUrl url, String userAgent) {
        List<Header> headers = always(url, check.version(), userAgent);
        check.headers().forEach((name, value) -> headers.add(new Header(name, value)));
        return new Question(check.method(), url, headers, check.family(), check.version());
    }

    /** A plain GET over any address. */
    static Question plain(HttpUrl url, String userAgent) {
        HttpVersion version = HttpVersion.HTTP_1_1;
        return new Question(
                HttpMethod.GET, url, always(url, version, userAgent), AddressFamily.ANY, version);
    }

    /** What every request carries. Only gzip is accepted, as only gzip is decoded. */
    private static List<Header> always(HttpUrl url, HttpVersion version, String userAgent) {
        var headers = new ArrayList<Header>();
        headers.add(new Header("Host", authority(url)));
        headers.add(new Header("User-Agent", userAgent));
        headers.add(new Header("Accept-Encoding", "gzip"));
        if (version == HttpVersion.HTTP_1_1) {
            headers.add(new Header("Connection", "close"));
        }
        return headers;
    }

    /** The same question to where a redirect points; secrets do not go to another host. */
    Question redirected(HttpMethod nextMethod, HttpUrl next) {
        boolean sameHost = authority(next).equals(authority(url));
        var kept = new ArrayList<Header>();
        for (Header header : headers) {
            if (header.name().equalsIgnoreCase("Host")) {
                kept.add(new Header("Host", authority(next)));
            } else if (sameHost || !isSecret(header.name())) {
                kept.add(header);
            }
        }
        return new Question(nextMethod, next, kept, family, version);
    }

    private static boolean isSecret(String name) {
        return name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Cookie");
    }

    private static String authority(HttpUrl url) {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
    }
}
