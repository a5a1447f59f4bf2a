package weservstatus.probe;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import weservstatus.check.HttpCheck;
import weservstatus.check.JourneyCheck;
import weservstatus.check.Target;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.observe.Exchange;
import weservstatus.observe.Finding;

/**
 * Asks a check's question once, over a fresh connection, and holds the answer against what the
 * check expects. Every way to fail is a value.
 */
final class HttpProber {
    private final ProbeSettings settings;
    private final ExpectationJudge judge;
    private final LikenessJudge likenesses;
    private final Transport transport;

    HttpProber(
            ProbeSettings settings,
            ExpectationJudge judge,
            LikenessJudge likenesses,
            Asking asking) {
        this.settings = settings;
        this.judge = judge;
        this.likenesses = likenesses;
        this.transport = new Transport(settings, asking);
    }

    /** Performs the steps until one fails, all within {@code limit}. */
    Attempt probe(JourneyCheck check, Target target, Duration limit) {
        var asks = new JourneyProbe.Asks(settings, transport, judge, likenesses);
        return new JourneyProbe(check, target, asks, limit).run();
    }

    /** Performs the check once, within {@code limit}. */
    Attempt probe(HttpCheck check, Target target, Duration limit) {
        HttpUrl url = RequestUrl.of(check, target, settings.nonces().get());
        Question question = Question.of(check, url, settings.userAgent());
        Exchange exchange = transport.exchange(question, check.redirects(), limit);
        List<Finding> findings =
                switch (exchange) {
                    case Exchange.Answered answered ->
                            judge.judge(RequestUrl.expecting(check, target), answered);
                    case Exchange.Reached _, Exchange.Broken _ -> List.of();
                };
        return new Attempt(check.id(), exchange, findings);
    }

    /** Whether the address answers a GET with 2xx or 3xx within {@code limit}. */
    ControlState control(URI url, Duration limit) {
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
}
