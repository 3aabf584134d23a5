package io.zrs.doctor;

import java.util.Map;
import java.util.Set;

/**
 * Environment variables.
 *
 * @param own those that begin with {@code ZRS_}, and their values
 * @param known the names of those that mean something
 * @param masterComplaint what is wrong with {@code ZRS_MASTER}; empty if nothing is, or it is not set
 */
public record EnvironmentFacts(Map<String, String> own, Set<String> known, String masterComplaint) {
    /** Copies the collections. */
    public EnvironmentFacts {
        own = Map.copyOf(own);
        known = Set.copyOf(known);
    }
}
