package io.zrs.cli.doctor;

import io.zrs.cli.command.Context;
import io.zrs.doctor.MachineFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** This machine; its clock is watched from the beginning. */
final class LiveMachine {
    private static final Path SETTINGS = Path.of("/proc/sys/net/ipv4");

    private static final String STATE_ELSEWHERE = "name another directory: zrs master --state DIR";
    private static final int LONGEST_SETTING = 1 << 16;

    private final Context context;
    private final Instant beganAt;
    private final long beganNanos = System.nanoTime();

    LiveMachine(Context context) {
        this.context = context;
        beganAt = context.clock().instant();
    }

    MachineFacts facts() {
        Instant now = context.clock().instant();
        Duration jump = Duration.between(beganAt, now).minusNanos(System.nanoTime() - beganNanos);
        return new MachineFacts(
                ProcessTable.descriptorLimit("self"),
                setting("ip_local_port_range").flatMap(text -> ports(text.split("\\s+"))),
                reserved(),
                disks(),
                now,
                jump);
    }

    private static Optional<String> setting(String name) {
        // By one read: the kernel gives numbers there whole or, from the second byte on, not at all.
        byte[] text = new byte[LONGEST_SETTING];
        try (InputStream in = Files.newInputStream(SETTINGS.resolve(name))) {
            int length = Math.max(0, in.read(text));
            return Optional.of(new String(text, 0, length, StandardCharsets.US_ASCII).strip());
        } catch (IOException e) {
            return Optional.empty(); // no Linux
        }
    }

    private static Optional<MachineFacts.Ports> ports(String... bounds) {
        try {
            int first = Integer.parseInt(bounds[0]);
            return Optional.of(new MachineFacts.Ports(first, Integer.parseInt(bounds[bounds.length - 1])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Such as {@code 5555,20000-32767}. */
    private static List<MachineFacts.Ports> reserved() {
        List<MachineFacts.Ports> ranges = new ArrayList<>();
        for (String range : setting("ip_local_reserved_ports").orElse("").split(",")) {
            ports(range.strip().split("-")).ifPresent(ranges::add);
        }
        return ranges;
    }

    private List<MachineFacts.Disk> disks() {
        List<MachineFacts.Disk> disks = new ArrayList<>();
        UnaryOperator<String> environment = context.environment();
        String state = environment.apply("XDG_STATE_HOME");
        String home = environment.apply("HOME");
        if (state != null && state.startsWith("/")) {
            disk("a master's state", STATE_ELSEWHERE, Path.of(state, "zrs"), disks);
        } else if (home != null && home.startsWith("/")) {
            disk("a master's state", STATE_ELSEWHERE, Path.of(home, ".local", "state", "zrs"), disks);
        }
        disk("recordings", "record into another directory: zrs record -O DIR/NAME", Path.of(""), disks);
        return disks;
    }

    private static void disk(String use, String elsewhere, Path directory, List<MachineFacts.Disk> disks) {
        Path existing = Directories.existing(directory);
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            boolean writable = Files.isWritable(existing);
            disks.add(new MachineFacts.Disk(use, existing.toString(), free, writable, elsewhere));
        } catch (IOException e) {
            disks.add(new MachineFacts.Disk(use, existing.toString(), 0, false, elsewhere));
        }
    }
}
