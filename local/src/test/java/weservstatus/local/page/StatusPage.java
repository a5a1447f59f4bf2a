package weservstatus.local.page;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What a visitor finds on the page, wherever it is served from. */
final class StatusPage {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

    private final Browser browser;

    private StatusPage(Browser browser) {
        this.browser = browser;
    }

    /** Opens the page and forgets what the console said before. */
    static StatusPage open(Browser browser, URI address) {
        browser.console();
        browser.driver().get(address.toString());
        return new StatusPage(browser);
    }

    static StatusPage openAt(Browser browser, URI address, String headline) {
        StatusPage page = open(browser, address);
        page.awaitHeadline(headline);
        return page;
    }

    void awaitHeadline(String words) {
        browser.await()
                .withMessage(() -> "headline is " + headline() + ", not " + words)
                .until(driver -> headline().equals(words));
    }

    void awaitMeaning(String words) {
        browser.await()
                .withMessage(() -> "meaning is " + meaning() + ", not with " + words)
                .until(driver -> meaning().contains(words));
    }

    String headline() {
        return text("#headline");
    }

    String meaning() {
        return text("#meaning");
    }

    String freshness() {
        return text("#fresh");
    }

    String title() {
        return String.valueOf(browser.driver().getTitle());
    }

    /**
     * The shape of the large symbol: operational, degraded, partial, down, maintenance, unknown.
     */
    String symbol() {
        return script("return document.querySelector('#symbol svg').classList[1]")
                .replace("tone-", "");
    }

    String tabIcon() {
        return script("return document.querySelector('#icon').href");
    }

    /** Component names and the words of their states, in the order of the page. */
    Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        for (WebElement row : all(".row")) {
            states.put(
                    row.findElement(By.cssSelector(".name")).getText(),
                    row.findElement(By.cssSelector(".state")).getText());
        }
        return states;
    }

    /** The texts of the cards that say what is wrong. */
    List<String> troubles() {
        return all(".trouble").stream().map(WebElement::getText).toList();
    }

    boolean isGrey() {
        return truth("return document.documentElement.classList.contains('grey')");
    }

    boolean scrollsSideways() {
        return truth(
                "return document.documentElement.scrollWidth >"
                        + " document.documentElement.clientWidth");
    }

    /**
     * Violations of WCAG 2.1 A and AA and of good practice, each with the first place of it. Axe
     * stays in the window: none of our pages holds a frame of somebody else.
     */
    @SuppressWarnings("deprecation") // The way without one opens a window for each look.
    List<String> violations() {
        return new AxeBuilder()
                        .withTags(RULES)
                        .setLegacyMode(true)
                        .analyze(browser.driver())
                        .getViolations()
                        .stream()
                        .map(StatusPage::described)
                        .toList();
    }

    private static String described(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().getFirst().getHtml();
    }

    WebElement one(String selector) {
        return browser.driver().findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return browser.driver().findElements(By.cssSelector(selector));
    }

    /** Text as written, also of hidden parts. */
    String text(String selector) {
        return String.valueOf(one(selector).getDomProperty("textContent")).replace('\u00a0', ' ');
    }

    String script(String code, Object... arguments) {
        return String.valueOf(browser.driver().executeScript(code, arguments));
    }

    boolean truth(String code) {
        return Boolean.TRUE.equals(browser.driver().executeScript(code));
    }

    /** Scrolls down, and waits until all parts that come later are there. */
    void readToTheEnd() {
        script(
                "document.querySelector('#footer').scrollIntoView();"
                        + " document.querySelectorAll('[data-later]')"
                        + ".forEach(part => part.scrollIntoView())");
        await("document.querySelectorAll('[data-later]').length === 0");
    }

    /** Of the row of that component, a day's details are there, which come at the first move. */
    void awaitDetails(String row) {
        await("document.querySelector(\"" + row + " .tip:not([hidden])\") !== null");
    }

    /** The whole page as PNG, also what is below the fold. */
    byte[] picture() {
        readToTheEnd();
        script("scrollTo(0, 0)");
        return browser.picture();
    }

    void await(String condition) {
        browser.await().withMessage(condition).until(driver -> truth("return " + condition));
    }
}
