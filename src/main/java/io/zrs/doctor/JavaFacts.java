package io.zrs.doctor;

import java.util.List;
import java.util.Optional;

/**
 * The virtual machine that commands run in.
 *
 * @param version its version
 * @param vendor who made it
 * @param maxHeapBytes how far its heap may grow, in bytes
 * @param variables environment variables that give every Java options, by name, and are set
 * @param archive its class-data archive
 */
public record JavaFacts(String version, String vendor, long maxHeapBytes, List<String> variables, Archive archive) {
    /** Copies the list. */
    public JavaFacts {
        variables = List.copyOf(variables);
    }

    /**
     * What makes starts fast.
     *
     * @param byLauncher whether the launcher started this Java, which alone chooses an archive
     * @param inUse the archive that this Java has in memory; empty if none
     * @param setting the environment variable {@code ZRS_ARCHIVE}; empty if it is not set
     * @param cache the user's directory for archives; empty where the user has none
     * @param cacheWritable whether an archive can be written there
     * @param building whether one is being made there
     * @param failed the file that says that one was tried in vain
     */
    public record Archive(
            boolean byLauncher,
            Optional<String> inUse,
            String setting,
            Optional<String> cache,
            boolean cacheWritable,
            boolean building,
            Optional<String> failed) {}
}
