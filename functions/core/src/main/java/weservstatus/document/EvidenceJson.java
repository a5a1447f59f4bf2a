package weservstatus.document;

import java.util.Optional;
import weservstatus.observe.Answer;
import weservstatus.observe.Evidence;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;
import weservstatus.observe.Finding;
import weservstatus.observe.Header;
import weservstatus.observe.Observation;
import weservstatus.observe.Phase;
import weservstatus.observe.Side;
import weservstatus.observe.TlsFacts;

/** {@code /api/v1/evidence/{id}}: all that is kept of one bad attempt. */
public final class EvidenceJson {
    public static final String MEDIA_TYPE = Documents.JSON;

    /** Where evidence is served; followed by an id. */
    public static final String PATH = "/api/v1/evidence/";

    private EvidenceJson() {}

    public static byte[] bytes(Evidence evidence) {
        return Json.document(json -> write(json, evidence));
    }

    private static void write(Json json, Evidence evidence) {
        Observation seen = evidence.observation();
        json.text("id", evidence.id().value());
        json.text("checkId", evidence.check().id().value());
        json.text("check", evidence.check().name());
        json.text("component", evidence.check().component().value());
        json.text("started", Times.milliseconds(seen.started()));
        json.text("result", seen.result().label());
        json.text("side", seen.side().map(Side::label).orElse(""));
        Optional<Failure> failure = evidence.failure();
        json.text("reason", failure.map(f -> f.reason().name()).orElse(""));
        json.text("phase", failure.flatMap(Failure::phase).map(Phase::label));
        json.text("message", failure.map(Failure::message).orElse(""));
        json.object("request", request -> request(request, evidence.exchange()));
        json.object("phasesMicros", phases -> PhasesJson.write(phases, seen.phases()));
        json.flag("cold", seen.cold());
        Optional<Answer> answer = evidence.exchange().answered();
        if (answer.isPresent()) {
            json.object("answer", part -> answer(part, answer.get(), evidence));
        } else {
            json.nothing("answer");
        }
        json.objects("findings", evidence.findings(), EvidenceJson::finding);
        json.text("curl", evidence.curl());
        json.object("links", links -> links(links, evidence));
    }

    private static void request(Json json, Exchange exchange) {
        json.text("method", exchange.method());
        json.text("url", exchange.url().toString());
        json.objects("headers", exchange.requestHeaders(), EvidenceJson::header);
    }

    private static void answer(Json json, Answer answer, Evidence evidence) {
        json.number("status", answer.status());
        json.text("httpVersion", answer.httpVersion());
        json.text("address", answer.remoteAddress());
        json.text("edge", evidence.observation().edge());
        json.text("cacheStatus", evidence.observation().cacheStatus());
        json.objects("headers", answer.headers(), EvidenceJson::header);
        if (answer.tls().isPresent()) {
            json.object("tls", tls -> tls(tls, answer.tls().get()));
        } else {
            json.nothing("tls");
        }
        json.number("bodyBytes", evidence.bodyBytes());
        json.number("bodyBytesKept", answer.body().length);
    }

    private static void tls(Json json, TlsFacts tls) {
        json.text("version", tls.version());
        json.text("cipher", tls.cipher());
        json.text("expires", Times.seconds(tls.expires()));
        json.texts("chain", tls.chain());
    }

    private static void header(Json json, Header header) {
        json.text("name", header.name());
        json.text("value", header.value());
    }

    private static void finding(Json json, Finding finding) {
        json.text("expected", finding.expected());
        json.text("actual", finding.actual());
        json.flag("held", finding.failure().isEmpty());
        json.text("message", finding.failure().map(Failure::message));
    }

    private static void links(Json json, Evidence evidence) {
        String self = PATH + evidence.id();
        boolean body = evidence.exchange().answered().filter(a -> a.body().length > 0).isPresent();
        json.text("self", self);
        json.text("body", body ? Optional.of(self + "/body") : Optional.empty());
        json.text("picture", evidence.picture().map(png -> self + "/picture.png"));
    }
}
