package weservstatus.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import weservstatus.check.LocationId;
import weservstatus.text.Slug;

/**
 * What the environment says about one function.
 *
 * @param table name of the DynamoDB table
 * @param bucket name of the bucket with configuration and published documents
 * @param location where this stack probes from
 * @param topic ARN of the topic for alerts; only the review has one
 */
public record Settings(String table, String bucket, LocationId location, Optional<String> topic) {
    static final String TABLE = "WESERV_STATUS_TABLE";
    static final String BUCKET = "WESERV_STATUS_BUCKET";
    static final String LOCATION = "WESERV_STATUS_LOCATION";
    static final String TOPIC = "WESERV_STATUS_TOPIC";

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
        Optional<String> topic = Optional.ofNullable(environment.get(TOPIC));
        if (topic.isPresent() && !topic.get().startsWith("arn:")) {
            faults.add(TOPIC + " is \"" + topic.get() + "\", not the ARN of a topic");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(
                    "the function's environment is wrong: " + String.join("; ", faults));
        }
        return new Settings(table, bucket, new LocationId(location), topic);
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
}
