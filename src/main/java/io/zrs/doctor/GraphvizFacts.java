package io.zrs.doctor;

import java.util.Optional;

/**
 * The program {@code dot}.
 *
 * @param path where it is; empty if it is nowhere
 * @param version what it says of itself; empty if it says nothing
 * @param failure why it does not draw; empty if it does
 */
public record GraphvizFacts(Optional<String> path, String version, String failure) {}
