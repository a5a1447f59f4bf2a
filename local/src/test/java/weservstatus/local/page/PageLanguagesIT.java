package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.support.ui.Select;

/** The page in the language of the visitor, of which nothing but the words is loaded. */
class PageLanguagesIT {
    private static final String LOADED =
            """
            return performance.getEntriesByType('resource').map(entry => entry.name)
              .filter(name => name.includes('/languages/')).map(name => name.split('/').at(-1))
              .join(' ');
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
        stage.site().heal();
        stage.show(Scene::incident);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en-US,en | en    | Some pictures fail          | Partial outage       | 99.957 % in 90 days
                    zh-CN    | zh-CN | 部分图片失败                  | 部分中断               | 99.957%，90 天内
                    zh-TW,en | zh-CN | 部分图片失败                  | 部分中断               | 99.957%，90 天内
                    de-AT,fr | de    | Einige Bilder schlagen fehl | Teilausfall          | 99,957 % in 90 Tagen
                    sv,es-MX | es    | Algunas imágenes fallan     | Interrupción parcial | 99,957 % en 90 días
                    fr-CH    | fr    | Certaines images échouent   | Panne partielle      | 99,957 % sur 90 jours
                    ja       | ja    | 一部の画像で失敗               | 一部障害               | 99.957%（90 日間）
                    pt-BR    | pt    | Algumas imagens falham      | Interrupção parcial  | 99,957% em 90 dias
                    sv,ru    | en    | Some pictures fail          | Partial outage       | 99.957 % in 90 days
                    """)
    void speaksTheLanguageOfTheBrowser(
            String wanted, String tag, String headline, String state, String uptime) {
        stage.browser().speak(wanted);
        stage.browser().size(320, 700);

        StatusPage page = stage.open(headline);

        assertThat(page.script("return document.documentElement.lang")).isEqualTo(tag);
        assertThat(page.states()).containsEntry("Formats", state);
        assertThat(page.all(".figure"))
                .extracting(figure -> figure.getText().replaceAll("[\u00a0\u202f\\s]+", " "))
                .anyMatch(text -> text.contains(uptime));
        assertThat(page.script(LOADED)).isEqualTo(tag + ".json");
        assertThat(page.scrollsSideways()).isFalse();
        assertThat(page.violations()).isEmpty();
        assertThat(stage.browser().console()).isEmpty();
    }

    @Test
    void keepsTheLanguageThatTheVisitorChose() {
        stage.browser().speak("en");
        StatusPage page = stage.open("Some pictures fail");
        page.readToTheEnd();
        assertThat(page.all("#language option"))
                .extracting(option -> option.getText())
                .containsExactly(
                        "English", "简体中文", "Deutsch", "Español", "Français", "日本語", "Português");

        choose("日本語");
        page.awaitHeadline("一部の画像で失敗");
        StatusPage again = stage.open("一部の画像で失敗");
        assertThat(again.script(LOADED)).isEqualTo("ja.json");

        again.readToTheEnd();
        choose("English");
        again.awaitHeadline("Some pictures fail");
        assertThat(again.script("localStorage.clear(); return document.documentElement.lang"))
                .isEqualTo("en");
    }

    private static void choose(String language) {
        new Select(stage.browser().driver().findElement(By.id("language")))
                .selectByVisibleText(language);
    }

    @Test
    void speaksEnglishWhenTheWordsCannotBeRead() {
        stage.browser().speak("fr");
        for (String broken : List.of("", "{\"headline.works\": \"Tout", "null is not words")) {
            stage.site().spoil("/languages/fr.json", broken);

            StatusPage page = stage.open("Some pictures fail");

            assertThat(page.script("return document.documentElement.lang")).isEqualTo("en");
        }
    }

    @Test
    void marksWhatTheMonitorSaysAsEnglish() {
        stage.browser().speak("de");

        StatusPage page = stage.open("Einige Bilder schlagen fehl");

        assertThat(page.all(".message"))
                .isNotEmpty()
                .allMatch(message -> "en".equals(message.getDomAttribute("lang")));
    }
}
