package weservstatus.probe;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import okhttp3.HttpUrl;
import weservstatus.check.Check;
import weservstatus.check.HttpCheck;
import weservstatus.check.Page;
import weservstatus.check.Target;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.observe.Exchange;
import weservstatus.observe.Finding;

/**
 * Asks a check's question once, over a fresh connection, and holds the answer against what the
 * check expects. Every way to fail is a value. One object per process, used by many virtual threads
 * at once: it has no limit of its own but that of {@link TlsTurns}.
 */
public final class HttpProber {
    private final ProbeSettings settings;
    private final ExpectationJudge judge;
    private final Transport transport;

    public HttpProber(ProbeSettings settings, ExpectationJudge judge) {
        this.settings = settings;
        this.judge = judge;
        this.transport = new Transport(settings);
    }

    /**
     * For production: the machine's resolver and trust.
     *
     * @param page whose URL the User-Agent names as the place to ask back
     * @param clock tells when an attempt began
     */
    public static HttpProber inTheNameOf(Page page, InstantSource clock, PictureJudge pictures) {
        String userAgent = ProbeSettings.userAgent(Version.current(), page.url());
        ProbeSettings settings = ProbeSettings.standard(userAgent).withTime(clock);
        return new HttpProber(settings, new Expectations(pictures));
    }

    /** Performs the check once, within its own timeout and {@code limit}, whichever is shorter. */
    public Attempt probe(Check check, Target target, Duration limit) {
        return switch (check) {
            case HttpCheck http -> probe(http, target, shorter(http.timeout(), limit));
        };
    }

    private Attempt probe(HttpCheck check, Target target, Duration limit) {
        HttpUrl url = RequestUrl.of(check, target, settings.nonces().get());
        Question question = Question.of(check, url, settings.userAgent());
        Exchange exchange = transport.exchange(question, check.redirects(), limit);
        List<Finding> findings =
                switch (exchange) {
                    case Exchange.Answered answered -> judge.judge(check, answered);
                    case Exchange.Broken _ -> List.of();
                };
        return new Attempt(check.id(), exchange, findings);
    }

    /** Whether the address answers a GET with 2xx or 3xx within {@code limit}. */
    public ControlState control(URI url, Duration limit) {
        HttpUrl address = HttpUrl.get(url);
        if (address == null) {
            throw new IllegalArgumentException("a control needs an http or https address: " + url);
        }
        Question question = Question.plain(address, settings.userAgent());
        boolean passed =
                transport
                        .exchange(question, 0, limit)
                        .answered()
                        .filter(answer -> answer.status() >= 200 && answer.status() < 400)
                        .isPresent();
        return passed ? ControlState.PASSED : ControlState.FAILED;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
