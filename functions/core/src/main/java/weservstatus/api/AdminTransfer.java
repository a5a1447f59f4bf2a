package weservstatus.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.text.ShortId;
import weservstatus.usecase.Administration;
import weservstatus.usecase.ExportPages;
import weservstatus.usecase.FieldFault;
import weservstatus.usecase.ImportSteps;
import weservstatus.usecase.ImportSteps.Result;

/** {@code /api/v1/admin/export} and {@code …/import}: everything that is kept, out and in. */
final class AdminTransfer {
    private static final String IMPORT = "/api/v1/admin/import/{id}";
    private static final int MOST_PARTS = ImportSteps.MOST_PARTS;

    static final List<Operation<Administration>> ALL =
            List.of(
                    Operation.of("GET", "/api/v1/admin/export", Trust.ADMIN, AdminTransfer::export),
                    Operation.of("PUT", IMPORT + "/{part}", Trust.ADMIN, AdminTransfer::lay),
                    Operation.of("POST", IMPORT, Trust.ADMIN, AdminTransfer::keep));

    private AdminTransfer() {}

    private static Response export(Administration admin, Asked asked) {
        ExportPages.Page page =
                asked.parameter("after")
                        .filter(after -> !after.isEmpty())
                        .map(after -> admin.export().after(after).orElseThrow(AdminTransfer::lost))
                        .orElseGet(() -> admin.export().first());
        Map<String, String> headers = new TreeMap<>(Replies.ALWAYS);
        headers.put("Content-Type", "application/x-ndjson");
        page.next().ifPresent(next -> headers.put("Export-Next", next));
        String text = String.join("\n", page.lines()) + (page.lines().isEmpty() ? "" : "\n");
        return new Response(200, headers, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Response lay(Administration admin, Asked asked) {
        int part = part(asked.variable("part"));
        return answer(admin.imports().lay(id(asked), part, asked.request().body()));
    }

    private static Response keep(Administration admin, Asked asked) {
        Form form = asked.form();
        int part = form.parsed("part", AdminTransfer::part, "the number of a part, as text", 0);
        int parts = form.parsed("parts", AdminTransfer::part, "how many there are, as text", 1);
        if (part >= parts) {
            form.fault("part", "there are not so many", "give one from 0 to parts - 1");
        }
        form.end();
        String who = asked.request().caller().orElse("nobody");
        return answer(admin.imports().keep(id(asked), part, parts, who));
    }

    private static Response answer(Result result) {
        return switch (result) {
            case Result.Done done ->
                    Replies.json(
                            200,
                            JsonMapper.shared().createObjectNode().put("lines", done.lines()),
                            Map.of());
            case Result.Refused refused ->
                    Problem.of(409, "not-possible", refused.reason()).response();
            case Result.Unreadable bad ->
                    Problem.unfit(
                                    List.of(
                                            new FieldFault(
                                                    "line " + bad.line(),
                                                    bad.reason(),
                                                    "send what an export holds")))
                            .response();
        };
    }

    private static String id(Asked asked) {
        return Optional.of(asked.variable("id"))
                .filter(ShortId::isValid)
                .orElseThrow(() -> bad("id", "it is not 12 of a-z0-9", "choose such a one"));
    }

    private static int part(String text) {
        return new WholeNumber("part", 0, MOST_PARTS, 0)
                .read(Optional.of(text))
                .orElseThrow(
                        () -> bad("part", "it is no number within the bounds", "count from 0"));
    }

    private static Unacceptable lost() {
        return new Unacceptable(
                Problem.unfit(
                        400,
                        "bad-parameter",
                        new FieldFault(
                                "after", "no page begins there", "send Export-Next as it came")));
    }

    private static Unacceptable bad(String field, String reason, String remedy) {
        return new Unacceptable(Problem.unfit(List.of(new FieldFault(field, reason, remedy))));
    }
}
