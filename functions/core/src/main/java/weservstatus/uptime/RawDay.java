package weservstatus.uptime;

import java.time.LocalDate;

/**
 * A UTC day of which the raw observations can be fetched.
 *
 * @param bytes length of the compressed lines
 * @param sha256 their digest, in hexadecimal
 * @param complete whether they will never change
 */
public record RawDay(LocalDate date, long bytes, String sha256, boolean complete) {}
