package weservstatus.observe;

import java.util.Optional;

/**
 * One expectation held against an answer.
 *
 * @param expected the expectation in words, such as {@code status 200}
 * @param actual what was there
 * @param failure absent when the expectation holds
 */
public record Finding(String expected, String actual, Optional<Failure> failure) {}
