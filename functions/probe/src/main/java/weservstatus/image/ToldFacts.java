package weservstatus.image;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.check.ImageFormat;
import weservstatus.observe.Answer;
import weservstatus.observe.Finding;

/** What the service itself says of a picture, with {@code output=json}. */
record ToldFacts(JsonNode json) {

    /**
     * What the body of an answer tells.
     *
     * @throws UnreadableException when the body is no JSON object
     */
    static ToldFacts of(Answer answer) throws UnreadableException {
        try {
            JsonNode json = JsonMapper.shared().readTree(answer.body());
            if (json != null && json.isObject()) {
                return new ToldFacts(json);
            }
        } catch (JacksonException notJson) {
            // Told below, like any other body that is not one.
        }
        throw new UnreadableException("no facts: the body is no JSON object");
    }

    /** The size with all frames one below the other, and alpha where the format can hold it. */
    List<Finding> compare(String step, PictureFacts picture) {
        int height = picture.height() * picture.frames().size();
        List<Finding> findings = new ArrayList<>();
        findings.add(fact("width", step, String.valueOf(picture.width())));
        findings.add(fact("height", step, String.valueOf(height)));
        if (picture.format() != ImageFormat.JPEG) {
            findings.add(fact("hasAlpha", step, String.valueOf(picture.alpha())));
        }
        return findings;
    }

    private Finding fact(String name, String step, String seen) {
        JsonNode told = json.path(name);
        return Facts.equal(
                name + " as seen in step " + step,
                seen,
                told.isMissingNode() ? "not told" : told.asString());
    }
}
