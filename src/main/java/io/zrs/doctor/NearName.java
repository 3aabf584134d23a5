package io.zrs.doctor;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
@FunctionalInterface
public interface NearName {
    /** The one of {@code names} that is nearest to {@code typed}, if one is near enough. */
    Optional<String> nearest(String typed, Collection<String> names);
}
