package weservstatus.notify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import weservstatus.incident.Impact;

class MessageTextTest {
    @Test
    void saysWhatSinceWhenWhereFromWhoseSideWhatToLookAtAndWhatToDo() {
        Message message =
                SampleMessages.incident(Event.OPENED, Impact.CRITICAL, "Image processing: down");

        assertThat(MessageText.subject(message))
                .isEqualTo("New incident: Image processing: down (wsrv.nl)");
        assertThat(MessageText.body(message))
                .isEqualTo(
                        """
                        Image processing is down since 10:00 UTC.

                        Status: investigating
                        Since: 26 Nov 2026, 10:00 UTC
                        Affected: Image processing (down)
                        Seen from: Frankfurt, Ohio
                        Failing: A WebP picture
                        The image service itself is at fault.

                        Look at: https://status.example.org/incidents/k3v9x1q0z7ab
                        Evidence: https://status.example.org/api/v1/evidence/e1
                        Try: curl -sS 'https://wsrv.nl/?url=a&w=320'

                        What to do: Show pictures from your own copy for as long as it lasts.
                        """);
    }

    @Test
    void saysWhenPlannedWorkStartsAndEnds() {
        assertThat(MessageText.body(SampleMessages.work(Event.PLANNED)))
                .contains("Start: 27 Nov 2026, 02:00 UTC\nEnd: 27 Nov 2026, 04:00 UTC\n")
                .doesNotContain("What to do");
    }

    @ParameterizedTest
    @EnumSource(Event.class)
    void aSubjectIsOneLineWithoutControlCharacters(Event event) {
        Message message =
                SampleMessages.incident(event, Impact.MINOR, "a\r\nBcc: b\u0007" + "c\ud800");

        assertThat(MessageText.subject(message)).contains("a Bcc: bc").doesNotContain("\n", "\r");
    }

    @ParameterizedTest
    @EnumSource(Event.class)
    void aTextForAPhoneIsShortAndEndsWithTheWholeLink(Event event) {
        String long200 = "Åß€[".repeat(50);
        Message message = SampleMessages.incident(event, Impact.MINOR, long200);

        String sms = SmsText.of(message);

        assertThat(SmsText.septets(sms)).isLessThanOrEqualTo(SmsText.MOST);
        assertThat(sms).endsWith("... https://status.example.org/incidents/k3v9x1q0z7ab");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    Größe,            Größe
                    ça va,            ca va
                    Łódź – gone,      ?odz - gone
                    “x” → y,          \"x\" -> y
                    图片,              ??
                    """)
    void aTextForAPhoneUsesItsAlphabetOnly(String title, String said) {
        String sms = SmsText.of(SampleMessages.incident(Event.UPDATE, Impact.MINOR, title));

        assertThat(sms).startsWith("Update: " + said + " (wsrv.nl) https://");
    }
}
