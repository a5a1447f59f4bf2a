package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.process.RealMailServer;

/** A visitor subscribes and leaves: page, API, mail and the link in it, as they ship. */
class LiveSubscriptionIT {
    private static final Path FOLDER =
            Path.of(System.getProperty("repository.root"), "local/target/screenshots");
    private static final Pattern LINK =
            Pattern.compile("http://\\S+/subscription\\.html#[A-Za-z0-9._~-]+");
    @TempDir private static Path folder = Path.of("unset");
    private static RealMailServer mails;
    private static LiveSite site;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(FOLDER);
        mails = RealMailServer.plain(folder);
        site =
                new LiveSite(
                        folder.resolve("data"),
                        "mail: {server: localhost, port: %d, security: none, from: s@example.org}\n"
                                .formatted(mails.port()));
        browser = Browser.start();
        browser.speak("en");
        browser.prefer("light", "reduce");
        browser.size(1280, 900);
    }

    @AfterAll
    static void stop() throws IOException {
        browser.close();
        site.close();
        mails.close();
    }

    @BeforeEach
    void forget() {
        browser.console();
    }

    @Test
    void isAskedForConfirmedChangedAndEndedWithThePointer() throws IOException {
        StatusPage page = dialog();
        page.one("#subscribe-mail").sendKeys("ada@example.org");
        page.one("dialog summary").click();
        page.one("dialog input[value=formats]").click();
        photograph(page, "subscribe-dialog");
        page.one("dialog [type=submit]").click();
        page.await("document.querySelector('.answer').textContent.includes('a link to confirm')");
        assertThat(page.all("[aria-invalid=true]")).isEmpty();

        JsonNode mail = mails.next();
        assertThat(mail.path("to").toString()).isEqualTo("[\"ada@example.org\"]");
        URI link = link(mail);
        StatusPage confirmation = follow(link);
        says(confirmation, "Do you want to hear of incidents at a…@example.org?");
        photograph(confirmation, "subscription-confirm");
        confirmation.one("#form button").click();
        says(confirmation, "Done. You will hear of incidents by e-mail.");

        StatusPage change = follow(link);
        says(change, "Mails about incidents go to a…@example.org.");
        change.await("document.querySelector('input[value=formats]')?.checked === true");
        photograph(change, "subscription-change");
        change.one("input[value=website]").click();
        change.all("#form button").getFirst().click();
        says(change, "Saved.");
        StatusPage kept = follow(link);
        kept.await("document.querySelectorAll('#form input:checked').length === 2");

        kept.all("#form button").getLast().click();
        says(kept, "Ended. No more mail will come.");
        says(follow(link), "There is no such subscription, or not any more.");
        breaksNoPolicy();
    }

    @Test
    void isAskedForAndConfirmedWithTheKeyboardAlone() throws IOException {
        StatusPage page = StatusPage.openAt(browser, site.at(""), "Everything works");
        tabTo(page, "document.activeElement.id === 'subscribe'");
        press(Keys.ENTER);
        page.await("document.activeElement.id === 'subscribe-mail'");
        press("grace@example.org", Keys.TAB, Keys.ENTER);
        page.await("document.querySelector('dialog details').open");
        tabTo(page, "document.activeElement.value === 'cached'");
        press(Keys.SPACE);
        tabTo(page, "document.activeElement.type === 'submit'");
        press(Keys.ENTER);
        page.await("document.querySelector('.answer').textContent.includes('a link to confirm')");

        JsonNode mail = mails.next();
        assertThat(mail.path("to").toString()).isEqualTo("[\"grace@example.org\"]");
        StatusPage confirmation = follow(link(mail));
        says(confirmation, "Do you want to hear of incidents at g…@example.org?");
        tabTo(confirmation, "document.activeElement.textContent === 'Yes, subscribe'");
        press(Keys.ENTER);
        says(confirmation, "Done.");
        assertThat(confirmation.truth("return document.activeElement.id === 'said'")).isTrue();
        tabTo(confirmation, "document.activeElement.value === 'cached'");
        assertThat(confirmation.truth("return document.activeElement.checked")).isTrue();
        tabTo(confirmation, "document.activeElement.textContent === 'End the subscription'");
        press(Keys.ENTER);
        says(confirmation, "Ended.");
        breaksNoPolicy();
    }

    @Test
    void aBadAddressIsToldToThoseWhoListenUntilItIsCorrected() {
        StatusPage page = dialog();
        page.one("#subscribe-mail").sendKeys("nobody", Keys.ENTER);
        page.await("document.querySelector('.answer').textContent.startsWith('That is not')");

        assertThat(heard(page)).isEqualTo("true / That is not an e-mail address.");
        assertThat(page.truth("return document.activeElement.id === 'subscribe-mail'")).isTrue();
        photograph(page, "subscribe-bad-address");

        press("@example.org");
        assertThat(heard(page)).isEqualTo("false / ");
        breaksNoPolicy();
    }

    /** What the browser tells assistive technology of the field: whether it is invalid, and why. */
    private static String heard(StatusPage page) {
        page.await("document.querySelector('dialog') !== null");
        JsonNode tree =
                JsonMapper.shared()
                        .valueToTree(
                                browser.driver()
                                        .executeCdpCommand(
                                                "Accessibility.getFullAXTree", Map.of()));
        JsonNode field =
                tree.path("nodes").values().stream()
                        .filter(node ->
                                node.at("/name/value").asString("").equals("Your e-mail address")
                                        && node.at("/role/value").asString("").equals("textbox"))
                        .findFirst()
                        .orElseThrow();
        String invalid =
                field.path("properties").values().stream()
                        .filter(one -> one.path("name").asString().equals("invalid"))
                        .map(one -> one.at("/value/value").asString())
                        .findFirst()
                        .orElse("false");
        return invalid + " / " + field.at("/description/value").asString("");
    }

    private static StatusPage dialog() {
        StatusPage page = StatusPage.openAt(browser, site.at(""), "Everything works");
        page.one("#subscribe").click();
        page.await("document.querySelector('dialog')?.open");
        return page;
    }

    private static StatusPage follow(URI link) {
        browser.driver().get("about:blank");
        browser.driver().get(link.toString());
        return StatusPage.open(browser, link);
    }

    private static void says(StatusPage page, String words) {
        page.await("document.querySelector('#said').textContent.includes('" + words + "')");
    }

    private static URI link(JsonNode mail) {
        Matcher found = LINK.matcher(mail.path("content").asString().replace("=\r\n", ""));
        assertThat(found.find()).as(mail.path("content").asString()).isTrue();
        return URI.create(found.group());
    }

    private static void tabTo(StatusPage page, String reached) {
        for (int tabs = 0; tabs < 40 && !page.truth("return " + reached); tabs++) {
            press(Keys.TAB);
        }
        assertThat(page.truth("return " + reached)).as(reached).isTrue();
    }

    private static void press(CharSequence... keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    /** Refused answers are told by the console; nothing of it may be about the policy. */
    private static void breaksNoPolicy() {
        assertThat(browser.console()).noneMatch(line -> line.contains("Content Security Policy"));
    }

    /** Also as narrow as a wide screen is at 400 %. */
    private static void photograph(StatusPage page, String name) {
        for (int width : List.of(320, 1280)) {
            browser.size(width, 900);
            assertThat(page.scrollsSideways()).as(name).isFalse();
            assertThat(page.violations()).as(name).isEmpty();
            try {
                Path file = FOLDER.resolve(name + "-light-" + width + ".png");
                Files.write(file, browser.picture());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        browser.size(1280, 900);
    }
}
