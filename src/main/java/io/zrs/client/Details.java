package io.zrs.client;

import io.zrs.model.NodeDetails;
import io.zrs.model.OneLine;
import io.zrs.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a node says of itself. */
final class Details {
    private Details() {}

    static NodeDetails of(NodeOptions options) {
        long pid = ProcessHandle.current().pid();
        return new NodeDetails(pid, host(), options.program(), Version.current(), options.hidden());
    }

    /** The machine's name without asking a name server, which may take seconds; empty if that cannot be known. */
    private static String host() {
        String variable = System.getenv("HOSTNAME");
        String name = variable == null || variable.isBlank() ? kernelName() : variable.strip();
        return name.length() <= NodeDetails.MAX_CHARS && OneLine.is(name) ? name : "";
    }

    private static String kernelName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            String windows = System.getenv("COMPUTERNAME");
            return windows == null ? "" : windows;
        }
    }
}
