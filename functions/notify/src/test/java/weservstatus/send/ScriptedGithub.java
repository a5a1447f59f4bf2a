package weservstatus.send;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of GitHub's REST API that keeps issues (docs.github.com/rest/issues), in memory. It can
 * carry out a request and then lose the answer.
 */
final class ScriptedGithub {
    private static final Pattern ONE =
            Pattern.compile("/repos/weserv/status/issues/(\\d+)(/comments)?");
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Issue(int number, ObjectNode json, List<ObjectNode> comments) {}

    private final List<Issue> issues = new ArrayList<>();
    private int answersUntilLoss = Integer.MAX_VALUE;

    /** After so many answers one is lost, though what was asked is done. */
    synchronized void loseAnswer(int after) {
        answersUntilLoss = after;
    }

    synchronized Receiver.Answer answer(Receiver.Told told) {
        Receiver.Answer answer = carryOut(told);
        return answersUntilLoss-- == 0 ? Receiver.Answer.of(502, "bad gateway") : answer;
    }

    private Receiver.Answer carryOut(Receiver.Told told) {
        if (!told.headers().getOrDefault("Authorization", "").equals("Bearer SECRET-github")) {
            return Receiver.Answer.of(401, "{\"message\": \"Bad credentials\"}");
        }
        String path = told.uri().getPath();
        Matcher one = ONE.matcher(path);
        if (one.matches()) {
            Issue issue = issues.get(Integer.parseInt(one.group(1)) - 1);
            return one.group(2) == null ? patch(issue, told) : comments(issue, told);
        }
        return path.equals("/repos/weserv/status/issues")
                ? all(told)
                : Receiver.Answer.of(404, "{\"message\": \"Not Found\"}");
    }

    private Receiver.Answer all(Receiver.Told told) {
        if (told.method().equals("GET")) {
            return page(issues.reversed().stream().map(Issue::json).toList(), told);
        }
        ObjectNode json = (ObjectNode) JSON.readTree(told.body());
        json.put("number", issues.size() + 1);
        json.put("state", "open");
        issues.add(new Issue(issues.size() + 1, json, new ArrayList<>()));
        return Receiver.Answer.of(201, json.toString());
    }

    private static Receiver.Answer comments(Issue issue, Receiver.Told told) {
        if (told.method().equals("GET")) {
            return page(issue.comments(), told);
        }
        ObjectNode json = (ObjectNode) JSON.readTree(told.body());
        issue.comments().add(json);
        return Receiver.Answer.of(201, json.toString());
    }

    private static Receiver.Answer patch(Issue issue, Receiver.Told told) {
        issue.json().setAll((ObjectNode) JSON.readTree(told.body()));
        return Receiver.Answer.of(200, issue.json().toString());
    }

    private static Receiver.Answer page(List<ObjectNode> all, Receiver.Told told) {
        Matcher page = Pattern.compile("[?&]page=(\\d+)").matcher(told.uri().getQuery());
        int from = page.find() ? (Integer.parseInt(page.group(1)) - 1) * 100 : 0;
        ArrayNode some = JSON.createArrayNode();
        all.stream().skip(from).limit(100).forEach(some::add);
        return new Receiver.Answer(200, Map.of(), some.toString());
    }

    /** As in {@code Title: open, 2 comments}, one line for each issue. */
    synchronized List<String> summary() {
        return issues.stream()
                .map(issue ->
                        "%s: %s, %d comments"
                                .formatted(
                                        issue.json().path("title").asString(),
                                        issue.json().path("state").asString(),
                                        issue.comments().size()))
                .toList();
    }

    /** All texts of issues and comments. */
    synchronized List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (Issue issue : issues) {
            texts.add(issue.json().path("body").asString());
            issue.comments().stream()
                    .map(json -> json.path("body"))
                    .map(JsonNode::asString)
                    .forEach(texts::add);
        }
        return texts;
    }
}
