package weservstatus.config;

/**
 * Why a value is refused.
 *
 * @param reason continues a sentence that starts with the value, such as "is not a duration"
 * @param remedy what to write instead
 */
record Refusal(String reason, String remedy) {}
