package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** How visitors ask to hear of incidents, and change their mind. */
class PageSubscribeIT {
    private static final String HELD =
            """
            {"email": "a…@example.org", "confirmed": %s, "components": ["formats"]}
            """;
    private static Stage stage;

    @BeforeAll
    static void start() {
        stage = Stage.set();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    @BeforeEach
    void settle() {
        stage.asVisitorsComeMostly();
        stage.show(now -> Scene.calm(now).with(root -> root.put("subscriptions", true)));
        stage.site().subscriptions(202, "{}").clear();
    }

    private static StatusPage dialog() {
        StatusPage page = stage.open("Everything works");
        page.one("#subscribe").click();
        page.await("document.querySelector('dialog')?.open");
        return page;
    }

    @Test
    void offersFeedsAndCalendarOnlyWhereNoMailIsSent() {
        stage.show(Scene::calm);

        StatusPage page = dialog();

        assertThat(page.all("dialog a"))
                .extracting(link -> link.getDomAttribute("href"))
                .containsExactly("history.atom", "history.rss", "feed.json", "maintenance.ics");
        assertThat(page.all("dialog input")).isEmpty();
        assertThat(page.violations()).isEmpty();
    }

    @Test
    void sendsTheAddressAndTheChosenParts() {
        StatusPage page = dialog();
        page.one("dialog input[type=email]").sendKeys(" reader@example.org ");
        page.one("dialog summary").click();
        page.one("dialog input[value=formats]").click();
        assertThat(page.violations()).isEmpty();
        page.one("dialog [type=submit]").click();

        page.await("document.querySelector('.answer').textContent.includes('a link to confirm')");
        assertThat(stage.site().subscriptions(202, "{}"))
                .containsExactly(
                        "POST  {\"email\":\"reader@example.org\",\"components\":[\"formats\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "422, That is not an e-mail address.",
        "429, Too many requests from here.",
        "404, This page sends no mail.",
        "500, That did not work."
    })
    void saysWhyItDidNotWork(int status, String words) {
        stage.site().subscriptions(status, "{}");
        StatusPage page = dialog();

        page.one("dialog input[type=email]").sendKeys("reader", Keys.ENTER);

        page.await("document.querySelector('.answer').textContent.startsWith('" + words + "')");
    }

    @Test
    void closesByEscapeAndGivesTheFocusBack() {
        StatusPage page = dialog();

        new Actions(stage.browser().driver()).sendKeys(Keys.ESCAPE).perform();

        page.await("document.querySelector('dialog') === null");
        assertThat(page.script("return document.activeElement.id")).isEqualTo("subscribe");
    }

    private static StatusPage subscription(String token) {
        stage.browser().driver().get("about:blank");
        return StatusPage.open(
                stage.browser(), stage.site().address().resolve("subscription.html" + token));
    }

    private static void press(StatusPage page, String words) {
        page.await(
                "[...document.querySelectorAll('button')].some(b => b.textContent === '"
                        + words
                        + "')");
        page.script(
                "[...document.querySelectorAll('button')].find(b => b.textContent === arguments[0])"
                        + ".click()",
                words);
    }

    private static void says(StatusPage page, String words) {
        page.await("document.querySelector('#said').textContent.includes('" + words + "')");
    }

    @Test
    void isConfirmedOnlyByAPressedButton() {
        List<String> sent = stage.site().subscriptions(200, HELD.formatted("false"));
        StatusPage page = subscription("#token-1");
        says(page, "at a…@example.org?");
        assertThat(page.violations()).isEmpty();
        assertThat(sent).containsExactly("GET /token-1");

        press(page, "Yes, subscribe");

        says(page, "Done.");
        assertThat(sent).containsExactly("GET /token-1", "POST /token-1/confirm");
    }

    @Test
    void isChangedAndEnded() {
        List<String> sent = stage.site().subscriptions(200, HELD.formatted("true"));
        StatusPage page = subscription("#token-2");
        says(page, "go to a…@example.org");
        assertThat(page.one("input[value=formats]").isSelected()).isTrue();
        assertThat(page.violations()).isEmpty();
        page.one("input[value=website]").click();
        press(page, "Save");
        says(page, "Saved.");
        press(page, "End the subscription");
        says(page, "Ended.");

        assertThat(sent)
                .containsExactly(
                        "GET /token-2",
                        "PUT /token-2 {\"components\":[\"website\",\"formats\"]}",
                        "DELETE /token-2");
    }

    @ParameterizedTest
    @CsvSource({"'', This address is not complete", "#gone, There is no such subscription"})
    void saysWhenThereIsNothingToChange(String token, String words) {
        stage.site().subscriptions(404, "{}");

        says(subscription(token), words);
    }
}
