package weservstatus.lambda;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import weservstatus.check.LocationId;
import weservstatus.text.Slug;

/**
 * What the environment says about one function.
 *
 * @param table name of the DynamoDB table
 * @param bucket name of the bucket with configuration and published documents
 * @param location where this stack probes from
 * @param topic ARN of the topic for alerts, where the function tells or subscribes
 * @param orders ARN of the topic for orders to ask again; only the review has one
 * @param parameters where secrets are
 * @param stackId of the home stack: what its CDN shows to be known by, and what visitors' digests
 *     are made with; only the intake has one
 * @param homeRegion where table and bucket are; absent where that is the function's own region
 */
public record Settings(
        String table,
        String bucket,
        LocationId location,
        Optional<String> topic,
        Optional<String> orders,
        ParameterSecrets.Place parameters,
        Optional<String> stackId,
        Optional<String> homeRegion) {
    static final String TABLE = "WESERV_STATUS_TABLE";
    static final String BUCKET = "WESERV_STATUS_BUCKET";
    static final String LOCATION = "WESERV_STATUS_LOCATION";
    static final String TOPIC = "WESERV_STATUS_TOPIC";
    static final String ORDERS = "WESERV_STATUS_ORDERS";
    static final String PARAMETERS = "WESERV_STATUS_PARAMETERS";
    static final String STACK_ID = "WESERV_STATUS_STACK_ID";
    static final String HOME_REGION = "WESERV_STATUS_HOME_REGION";

    private static final String TOPIC_ARN = "the ARN of a topic";
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[1-9]");

    /**
     * Reads the variables.
     *
     * @throws IllegalArgumentException naming every missing or malformed variable at once
     */
    public static Settings from(Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        String table =
                require(environment, TABLE, "the table's name", name -> !name.isBlank(), faults);
        String bucket =
                require(environment, BUCKET, "the bucket's name", name -> !name.isBlank(), faults);
        String location =
                require(
                        environment,
                        LOCATION,
                        "an id of a location in status.yaml such as eu-central-1",
                        Slug::isValid,
                        faults);
        Optional<String> topic = arn(environment, TOPIC, TOPIC_ARN, faults);
        Optional<String> orders = arn(environment, ORDERS, TOPIC_ARN, faults);
        Optional<String> stackId = arn(environment, STACK_ID, "the id of the stack", faults);
        Optional<String> home =
                optional(
                        environment,
                        HOME_REGION,
                        "a region such as eu-central-1",
                        REGION.asMatchPredicate(),
                        faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "the function's environment is wrong: " + String.join("; ", faults));
        }
        return new Settings(
                table,
                bucket,
                new LocationId(location),
                topic,
                orders,
                parameters(environment),
                stackId,
                home);
    }

    private static String require(
            Map<String, String> environment,
            String name,
            String meaning,
            Predicate<String> valid,
            List<String> faults) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            faults.add(name + " is missing: set it to " + meaning);
        } else if (!valid.test(value)) {
            faults.add(name + " is \"" + value + "\", not " + meaning);
        }
        return value;
    }

    /** The stack's name: what its secrets lie under. */
    String stack() {
        return parameters.folder().replace("/", "");
    }

    /** Region and endpoint are Lambda's own variables, which a user may not set. */
    private static ParameterSecrets.Place parameters(Map<String, String> environment) {
        String region = environment.getOrDefault("AWS_REGION", "");
        String endpoint = "https://ssm." + region + ".amazonaws.com/";
        return new ParameterSecrets.Place(
                URI.create(environment.getOrDefault("AWS_ENDPOINT_URL", endpoint)),
                region,
                environment.getOrDefault(PARAMETERS, "/weserv-status/"));
    }

    private static Optional<String> arn(
            Map<String, String> environment, String name, String meaning, List<String> faults) {
        return optional(environment, name, meaning, value -> value.startsWith("arn:"), faults);
    }

    private static Optional<String> optional(
            Map<String, String> environment,
            String name,
            String meaning,
            Predicate<String> valid,
            List<String> faults) {
        Optional<String> value = Optional.ofNullable(environment.get(name));
        if (value.filter(valid.negate()).isPresent()) {
            faults.add(name + " is \"" + value.get() + "\", not " + meaning);
        }
        return value;
    }
}
