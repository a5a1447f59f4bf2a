package weservstatus.lambda;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** What is deployed to the emulated account, and by what commands. */
record Deployment(Path folder, Emulated account, Watched watched) {
    static final String STACK = "status";
    private static final String CODE = "code-";

    /** Rounds of five seconds, so that an outage and its end are over soon. */
    private static final String PACE =
            "pace: {round: 5s, confirmAfter: 1s, staleAfter: 150s, recoverAfter: 15s}\n";

    /** Of an Alertmanager that sends nothing which concerns us. */
    private static final String ALERTS =
            """
            alerts:
              - id: am
                tokenFrom: AM_TOKEN
                rules:
                  - {labels: {alertname: Other}, component: website, status: partial_outage}
            """;

    void makeCodeBuckets() {
        for (Region region : List.of(Region.EU_CENTRAL_1, Region.AP_NORTHEAST_1)) {
            try (S3Client s3 = account.endpoint().in(region).s3()) {
                s3.createBucket(request ->
                        request.bucket(CODE + region)
                                .createBucketConfiguration(
                                        place -> place.locationConstraint(region.id())));
            }
        }
    }

    /** Of {@code weserv-status deploy}, and what it reads. */
    String[] plan(String... options) throws Exception {
        Path site = Files.createDirectories(folder.resolve("site"));
        Files.writeString(
                site.resolve("index.html"),
                "<!doctype html><title>Test status</title>"
                        + "<meta property=\"og:image\" content=\"api/v1/preview.png\">");
        Path config =
                Files.writeString(
                        folder.resolve("status.yaml"),
                        watched.configuration(PACE, "\n  - {id: tokyo, name: Tokyo}") + ALERTS);
        Path plan =
                Files.writeString(
                        folder.resolve("deploy.toml"),
                        """
                        stack = "status"
                        [[places]]
                        location = "here"
                        region = "eu-central-1"
                        parameters = {AlarmEmail = "ops@example.org"}
                        [[places]]
                        location = "tokyo"
                        region = "ap-northeast-1"
                        """);
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--config", config.toString(),
                                "--plan", plan.toString(),
                                "--site", site.toString(),
                                "--code-bucket", CODE + "{region}"));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    /** The home template by SAM alone. */
    Emulated.Said deploy(String... parameters) throws Exception {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "deploy",
                                "--config-env",
                                "none",
                                "--template-file",
                                "template.yaml",
                                "--stack-name",
                                STACK,
                                "--region",
                                Emulated.REGION,
                                "--s3-bucket",
                                CODE + Emulated.REGION,
                                "--capabilities",
                                "CAPABILITY_IAM",
                                "--no-confirm-changeset",
                                "--no-progressbar",
                                "--parameter-overrides"));
        arguments.addAll(List.of(parameters));
        return account.sam(arguments.toArray(String[]::new));
    }
}
