package weservstatus.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.check.ImageFormat;
import weservstatus.check.TestPicture;
import weservstatus.observe.Answer;
import weservstatus.observe.Finding;

/**
 * Judges what {@code output=json} says about the picture, which the service has processed but not
 * encoded: the source's format, and the size, frames and alpha of the computed picture.
 */
record JsonFacts(Expected expected, TestPicture source) {

    List<Finding> judge(Answer answer) {
        try {
            JsonNode json = JsonMapper.shared().readTree(answer.body());
            return json.isObject() ? facts(json) : List.of(noObject());
        } catch (JacksonException broken) {
            return List.of(noObject());
        }
    }

    private static Finding noObject() {
        return Facts.wrong("json", "an object", "something else", "json: not an object");
    }

    private List<Finding> facts(JsonNode json) {
        Raster first = expected.frames().getFirst();
        int count = expected.frames().size();
        List<Finding> findings = new ArrayList<>();
        findings.add(Facts.equal("format", name(source.format()), text(json, "format")));
        findings.add(Facts.equal("width", "" + first.width(), text(json, "width")));
        findings.add(Facts.equal("height", "" + first.height() * count, text(json, "height")));
        if (first.transparent()) {
            findings.add(Facts.equal("hasAlpha", "true", text(json, "hasAlpha")));
        } else if (opaque()) {
            findings.add(Facts.equal("hasAlpha", "false", text(json, "hasAlpha")));
        }
        findings.add(Facts.equal("orientation", "0", text(json, "orientation")));
        findings.add(Facts.equal("space", space(), text(json, "space")));
        if (source.frames() > 1) {
            animation(json, findings);
        }
        findings.add(Finding.of(Trait.PALETTE_FACT.seen(json.has("isPalette"))));
        return findings;
    }

    /** Nothing that the source or the request brings in can hide anything. */
    private boolean opaque() {
        return source != TestPicture.ALPHA && !expected.request().parameters().has("mask");
    }

    private String space() {
        boolean grey = expected.request().parameters().text("filt").orElse("").equals("greyscale");
        return grey ? "b-w" : "srgb";
    }

    private void animation(JsonNode json, List<Finding> findings) {
        int count = expected.frames().size();
        findings.add(Facts.equal("pages", "" + source.frames(), text(json, "pages")));
        if (count > 1) {
            String height = "" + expected.frames().getFirst().height();
            findings.add(Facts.equal("pageHeight", height, text(json, "pageHeight")));
        }
        if (!expected.request().parameters().has("delay")) {
            List<Integer> delays = Collections.nCopies(source.frames(), TestRasters.FRAME_DELAY);
            String wanted = delays.toString().replace(" ", "");
            findings.add(Facts.equal("delay", wanted, json.path("delay").toString()));
        }
    }

    private static String text(JsonNode json, String name) {
        JsonNode value = json.path(name);
        return value.isValueNode() && !value.isNull() ? value.asString() : "nothing";
    }

    private static String name(ImageFormat format) {
        return format == ImageFormat.JPEG ? "jpeg" : format.label();
    }
}
