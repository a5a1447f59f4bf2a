package weservstatus.bench;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weservstatus.check.AddressFamily;
import weservstatus.check.CachePath;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.Expectation;
import weservstatus.check.HttpCheck;
import weservstatus.check.HttpMethod;
import weservstatus.check.HttpVersion;
import weservstatus.check.Schedule;
import weservstatus.check.TargetId;
import weservstatus.image.Oracle;
import weservstatus.observe.Answer;
import weservstatus.observe.Failure;
import weservstatus.observe.Header;

/**
 * An answer to judge.
 *
 * @param asked the request behind the origin's folder
 * @param pixels what a viewer sees of it, absent where nothing here can decode it
 */
@SuppressWarnings("ArrayRecordComponent") // Judged once, never compared.
record Sample(String asked, String format, byte[] body, Optional<BufferedImage> pixels) {
    private static final Expectation.CardAsRequested EXPECTATION =
            new Expectation.CardAsRequested();

    static Sample png(String asked, BufferedImage picture) {
        return new Sample(asked, "png", Picture.encoded(picture, "png"), Optional.of(picture));
    }

    static Sample jpeg(String asked, BufferedImage picture, int quality) {
        byte[] body = Picture.jpeg(picture, quality);
        return new Sample(asked, "jpeg", body, Optional.of(Picture.decoded(body)));
    }

    /** What the oracle has against it, empty when nothing. */
    Optional<String> complaint(Oracle oracle) {
        return oracle.judge(check(), EXPECTATION, answer()).stream()
                .flatMap(finding -> finding.failure().stream())
                .map(Failure::message)
                .findFirst();
    }

    private Answer answer() {
        List<Header> headers = List.of(new Header("Content-Type", "image/" + format));
        return new Answer(200, headers, body, "HTTP/1.1", "127.0.0.1", Optional.empty());
    }

    private HttpCheck check() {
        return new HttpCheck(
                new CheckId("bench"),
                "Bench",
                "",
                new ComponentId("bench"),
                new TargetId("bench"),
                HttpMethod.GET,
                "/?url={origin}/" + asked,
                Map.of(),
                AddressFamily.ANY,
                HttpVersion.HTTP_1_1,
                0,
                new Schedule(Duration.ofMinutes(1), 0),
                Duration.ofSeconds(10),
                Optional.empty(),
                true,
                CachePath.MISS,
                List.of(EXPECTATION),
                false);
    }
}
