package weservstatus.usecase;

/**
 * What is wrong with one field of what somebody sent.
 *
 * @param field where, as in {@code updates[0].at}; a header by its name
 * @param reason what is wrong
 * @param remedy what to do
 */
public record FieldFault(String field, String reason, String remedy) {}
