package weservstatus.api;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import weservstatus.api.Resource.Call;
import weservstatus.api.Resource.Sources;
import weservstatus.document.Rendered;
import weservstatus.usecase.Archive.Form;

/** The documents of one month, of those from the first record to now. */
final class Months {
    private Months() {}

    static Answer history(Sources sources, Call call) {
        return found(find(sources, call, Form.HISTORY), call, Map.of());
    }

    static Answer report(Sources sources, Call call) {
        return found(find(sources, call, Form.REPORT_JSON), call, Map.of());
    }

    static Answer table(Sources sources, Call call) {
        String file = "report-" + call.variable("month") + ".csv";
        return found(
                find(sources, call, Form.REPORT_CSV),
                call,
                Map.of("Content-Disposition", "attachment; filename=\"" + file + "\""));
    }

    private static Optional<Rendered> find(Sources sources, Call call, Form form) {
        YearMonth month = YearMonth.parse(call.variable("month"));
        return sources.archive().month(sources.documents(), month, form);
    }

    private static Answer found(
            Optional<Rendered> document, Call call, Map<String, String> headers) {
        String month = call.variable("month");
        return document.<Answer>map(known -> new Answer.Found(known, headers))
                .orElseGet(() -> Answer.notFound("nothing is kept of " + Echo.of(month)));
    }
}
