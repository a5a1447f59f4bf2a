package weservstatus.local.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One headless Chromium with a profile of its own that is deleted at the end. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * Kept here, or its level would be forgotten: it misses typed commands, of which none is used.
     */
    private static final Logger COMMANDS = Logger.getLogger("org.openqa.selenium.devtools");

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    static Browser start() {
        COMMANDS.setLevel(Level.SEVERE);
        Path profile = freshProfile();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(installed("chromium").toString());
        options.addArguments(flags(profile));
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logging);
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(installed("chromedriver").toFile())
                        .usingAnyFreePort()
                        .build();
        return new Browser(new ChromeDriver(service, options), profile);
    }

    private static List<String> flags(Path profile) {
        return List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
    }

    private static Path freshProfile() {
        try {
            return Files.createTempDirectory("weserv-status-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                program
                                        + " is not on the PATH; install the Debian packages"
                                        + " chromium and chromium-driver"));
    }

    ChromeDriver driver() {
        return driver;
    }

    WebDriverWait await() {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(25));
    }

    /** CSS pixels; also below the least width of a window. */
    void size(int width, int height) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void prefer(String scheme, String motion) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", motion))));
    }

    /** The languages that the visitor wants, best first, such as {@code "de-AT,en"}. */
    void speak(String languages) {
        command(
                "Emulation.setUserAgentOverride",
                Map.of("userAgent", "Mozilla/5.0 (X11; Linux)", "acceptLanguage", languages));
    }

    /** Runs before any script of the pages opened from now on, until {@link #forget}. */
    String beforeEachPage(String script) {
        return ask("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script), "identifier");
    }

    void forget(String identifier) {
        command("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", identifier));
    }

    /** Sends a command of the DevTools protocol and gives one field of its answer, or "null". */
    String ask(String name, Map<String, Object> parameters, String field) {
        return String.valueOf(driver.executeCdpCommand(name, parameters).get(field));
    }

    void command(String name, Map<String, Object> parameters) {
        driver.executeCdpCommand(name, parameters);
    }

    /**
     * The whole page as PNG, also what is below the fold: the window grows to the page first, since
     * a capture beyond the window would for a moment lay the page out for another width.
     */
    byte[] picture() {
        size(pixels("innerWidth"), pixels("document.documentElement.scrollHeight"));
        Map<String, Object> wanted = Map.of("format", "png");
        return Base64.getDecoder().decode(ask("Page.captureScreenshot", wanted, "data"));
    }

    private int pixels(String expression) {
        return Integer.parseInt(String.valueOf(driver.executeScript("return " + expression)));
    }

    /** What the console said since it was last asked: warnings and errors. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
