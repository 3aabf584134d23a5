package io.zrs.launch.file;

import io.zrs.yaml.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One program to run.
 *
 * @param name unique in the plan, with the prefixes of its includes
 * @param place where it stands in its file
 * @param command the program and its words
 * @param environment variables to set beside those of this process; one without a value is taken away
 * @param folder where it runs; absolute
 * @param respawn whether it is started again
 * @param respawnDelay how long to wait before that
 * @param required whether its end ends everything
 * @param dependsOn names of nodes that have to be ready first
 * @param ready when it is ready itself
 * @param output where its lines go
 */
public record NodePlan(
        String name,
        Place place,
        List<String> command,
        Map<String, Optional<String>> environment,
        Path folder,
        Respawn respawn,
        Duration respawnDelay,
        boolean required,
        List<String> dependsOn,
        Ready ready,
        OutputTarget output) {
    /** Copies the collections. */
    public NodePlan {
        command = List.copyOf(command);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        dependsOn = List.copyOf(dependsOn);
    }

    /** The same with other dependencies. */
    NodePlan dependingOn(List<String> names) {
        return new NodePlan(
                name, place, command, environment, folder, respawn, respawnDelay, required, names, ready, output);
    }

    /** The same, and after another node as well. */
    public NodePlan alsoAfter(String other) {
        List<String> names = new ArrayList<>(dependsOn);
        names.add(other);
        return dependingOn(names);
    }
}
