package io.zrs.it;

import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A display of its own, without a screen that anybody sees, and without a window manager. */
final class VirtualDisplay implements AutoCloseable {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** The distribution, and the test's own programs. */
    private static final String CLASSES =
            Path.of(Programs.ZRS).resolve("../../lib/zrs.jar").normalize() + ":target/test-classes";

    private final RunningProcess server;
    private final String name;

    /** Starts it; skips the test where that cannot be. */
    VirtualDisplay() {
        Requirement.XVFB.check();
        Requirement.WINDOWS.check();
        server = RunningProcess.start(
                "Xvfb", "-displayfd", "1", "-screen", "0", "1000x700x24", "-nolisten", "tcp", "-noreset");
        name = ":" + server.waitForLine(line -> !line.isEmpty());
    }

    /** What a program needs in its environment to be seen there. */
    Map<String, String> environment() {
        return Map.of("DISPLAY", name, "WAYLAND_DISPLAY", "");
    }

    /** Starts a class of these tests there. */
    RunningProcess program(Class<?> program, String... arguments) {
        return program(environment(), program, arguments);
    }

    /** Starts a class of these tests with what {@code environment} says. */
    static RunningProcess program(Map<String, String> environment, Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA, "-cp", CLASSES, program.getName()));
        command.addAll(List.of(arguments));
        return RunningProcess.start(environment, command.toArray(String[]::new));
    }

    /** Has {@link ScreenProgram} do what {@code actions} say; gives the places that it saw. */
    List<Rectangle> act(String... actions) {
        try (RunningProcess robot = program(ScreenProgram.class, actions)) {
            if (robot.waitForEnd() != 0) {
                throw new AssertionError(robot.toString());
            }
            return robot.output()
                    .lines()
                    .map(line -> line.split(" "))
                    .map(words -> new Rectangle(
                            Integer.parseInt(words[0]),
                            Integer.parseInt(words[1]),
                            Integer.parseInt(words[2]),
                            Integer.parseInt(words[3])))
                    .toList();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
