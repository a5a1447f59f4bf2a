package weservstatus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownHtmlTest {
    private static final String LINK = "rel=\"nofollow noopener noreferrer\"";

    /** Every tag that may ever come out, with all that may stand in it. */
    private static final Pattern TAG =
            Pattern.compile(
                    "</?(?:p|br|strong|em|code|pre|blockquote|ul|ol|li|hr|h[4-6]) ?/?>|</a>"
                            + "|<a href=\"(?:https?:|mailto:)[^\"<>]*\" "
                            + LINK
                            + ">");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    We took it **back**.          | <p>We took it <strong>back</strong>.</p>
                    *soon*                        | <p><em>soon</em></p>
                    # Postmortem                  | <h4>Postmortem</h4>
                    ## Cause                      | <h5>Cause</h5>
                    ##### Small                   | <h6>Small</h6>
                    - one                         | <ul><li>one</li></ul>
                    3. three                      | <ol><li>three</li></ol>
                    > said                        | <blockquote><p>said</p></blockquote>
                    a & b < c                     | <p>a &amp; b &lt; c</p>
                    <https://example.org/?a=1&b=2>| <p><a href="https://example.org/?a&#61;1&amp;b&#61;2" rel="nofollow noopener noreferrer">https://example.org/?a&#61;1&amp;b&#61;2</a></p>
                    [us](mailto:us@example.org)   | <p><a href="mailto:us&#64;example.org" rel="nofollow noopener noreferrer">us</a></p>
                    ![cat](https://example.org/c.png) | <p><a href="https://example.org/c.png" rel="nofollow noopener noreferrer">cat</a></p>
                    """)
    void whatPeopleWriteIsFormatted(String markdown, String html) {
        assertThat(MarkdownHtml.of(markdown).replace("\n", "")).isEqualTo(html);
    }

    @Test
    void aLineBreakIsOne() {
        assertThat(MarkdownHtml.of("one\ntwo\n\nthree"))
                .isEqualTo("<p>one<br />two</p>\n<p>three</p>");
    }

    @Test
    void nothingIsNothing() {
        assertThat(MarkdownHtml.of("")).isEmpty();
        assertThat(MarkdownHtml.plain(" \n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](java\u0000script:alert(1))",
                "[x](java\nscript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:msgbox)",
                "[x](//evil.example/)",
                "[x](https://e.example/\" onclick=\"alert(1))",
                "[x](<https://e.example/ onclick=alert(1)>)",
                "[x](https://e.example 'title\" onmouseover=\"alert(1)')",
                "![x](javascript:alert(1))",
                "![x\" onerror=\"alert(1)](https://e.example/a.png)",
                "<style>body{display:none}</style>",
                "<iframe src=https://e.example></iframe>",
                "<form action=https://e.example><input name=token></form>",
                "<base href=https://e.example>",
                "<meta http-equiv=refresh content=0>",
                "<!--<script>-->alert(1)",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?php echo 1 ?>",
                "```\" onclick=\"alert(1)\n</code></pre><script>alert(1)</script>\n```",
                "`</code><script>alert(1)</script>`",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "\u202e<script>\u202c",
                "</p></div><div id=main>",
                "<p style=position:fixed>x</p>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "[x]: javascript:alert(1)\n[x]",
                "<https://e.example/<script>>",
                "<javascript:alert(1)>"
            })
    void nothingHostileComesThrough(String markdown) {
        assertOnlyHarmlessTags(MarkdownHtml.of(markdown));
        assertOnlyHarmlessTags(MarkdownHtml.plain(markdown));
    }

    @Test
    void noMixtureOfHostilePiecesComesThrough() {
        List<String> pieces =
                List.of(
                        "<",
                        ">",
                        "\"",
                        "'",
                        "`",
                        "```\n",
                        "[",
                        "](",
                        ")",
                        "!",
                        "*",
                        "\n",
                        "> ",
                        "javascript:",
                        "https://e.example",
                        "<script",
                        "</",
                        "onerror=",
                        "&#x3c;",
                        "<a href=",
                        "<!--",
                        "-->",
                        "\u0000",
                        "\ud800",
                        "&",
                        ";",
                        " ",
                        "x",
                        "# ");
        Random random = new Random(20261126);
        for (int i = 0; i < 3_000; i++) {
            String text =
                    IntStream.range(0, 1 + random.nextInt(25))
                            .mapToObj(at -> pieces.get(random.nextInt(pieces.size())))
                            .collect(Collectors.joining());
            assertOnlyHarmlessTags(MarkdownHtml.of(text));
        }
    }

    @Test
    void deepNestingEndsSoon() {
        assertOnlyHarmlessTags(MarkdownHtml.of("> ".repeat(10_000) + "x"));
        assertOnlyHarmlessTags(MarkdownHtml.of("[".repeat(10_000) + "x" + "](".repeat(10_000)));
        assertOnlyHarmlessTags(MarkdownHtml.of("*a_ ".repeat(10_000)));
    }

    @Test
    void whatTheMonitorSaysMeansNothing() {
        assertThat(MarkdownHtml.plain("Seen: **WebP** <b>\nexpected _x_"))
                .isEqualTo("<p>Seen: **WebP** &lt;b&gt;</p><p>expected _x_</p>");
    }

    private static void assertOnlyHarmlessTags(String html) {
        Matcher tags = TAG.matcher(html);
        String text = tags.replaceAll("");
        assertThat(text).as(html).doesNotContain("<", ">", "\u0000", "\ud800");
    }
}
