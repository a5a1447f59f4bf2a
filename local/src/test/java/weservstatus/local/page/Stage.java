package weservstatus.local.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import weservstatus.local.page.ScriptedSite.Answer;

/** A browser and a scripted site, for one test class. */
record Stage(Browser browser, ScriptedSite site, Clock clock) implements AutoCloseable {
    static Stage set() {
        try {
            Stage stage = new Stage(Browser.start(), new ScriptedSite(), Clock.systemUTC());
            stage.asVisitorsComeMostly();
            return stage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Light, with motion, on a desk. */
    void asVisitorsComeMostly() {
        browser.size(1280, 900);
        browser.prefer("light", "no-preference");
    }

    /** Every answer is the scene at the time of the answer. */
    void show(Function<Instant, Scene> scene) {
        site.show(() -> scene.apply(clock.instant()));
    }

    /** The same bytes again and again. */
    void freeze(Scene scene) {
        Answer answer = Answer.ok(scene);
        site.answer(() -> answer);
    }

    StatusPage open(String headline) {
        return StatusPage.openAt(browser, site.address(), headline);
    }

    @Override
    public void close() {
        browser.close();
        site.close();
    }
}
