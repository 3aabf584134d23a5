package io.zrs.cli.doctor;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.Terminal;
import io.zrs.cli.command.TerminalSize;
import io.zrs.client.MasterAddress;
import io.zrs.doctor.EnvironmentFacts;
import io.zrs.doctor.TerminalFacts;
import io.zrs.model.ZrsException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What a process is given: streams and variables. */
final class LiveProcess {
    private static final String PREFIX = "ZRS_";
    private static final String MASTER = "ZRS_MASTER";
    private static final Set<String> KNOWN =
            Set.of(MASTER, "ZRS_JAVA_OPTS", "ZRS_ARCHIVE", "ZRS_LAUNCH_ID", "ZRS_MASTER_OPTIONS");

    /** What the launcher sets where the user's locale is another. */
    private static final String OF_LAUNCHER = "C.UTF-8";

    private LiveProcess() {}

    static TerminalFacts terminal(Context context) {
        Terminal terminal = context.terminal();
        UnaryOperator<String> environment = context.environment();
        boolean any = terminal.in() || terminal.out() || terminal.err();
        TerminalSize size = any ? TerminalSize.ask() : null;
        return new TerminalFacts(
                terminal.in(),
                terminal.out(),
                terminal.err(),
                text(environment, "TERM"),
                !text(environment, "NO_COLOR").isEmpty(),
                terminal.colours(),
                any ? size.rows() : 0,
                any ? size.columns() : 0,
                locale(environment));
    }

    private static String locale(UnaryOperator<String> environment) {
        String forced = text(environment, "LC_ALL");
        if (!forced.isEmpty() && !forced.equals(OF_LAUNCHER)) {
            return forced;
        }
        String characters = text(environment, "LC_CTYPE");
        return characters.isEmpty() ? text(environment, "LANG") : characters;
    }

    private static String text(UnaryOperator<String> environment, String name) {
        return Optional.ofNullable(environment.apply(name)).orElse("");
    }

    /**
     * The variables as commands see them.
     *
     * @param names of all that this process has
     */
    static EnvironmentFacts environment(Set<String> names, UnaryOperator<String> environment) {
        Set<String> candidates = new TreeSet<>(KNOWN);
        names.stream().filter(name -> name.startsWith(PREFIX)).forEach(candidates::add);
        Map<String, String> own = new TreeMap<>();
        for (String name : candidates) {
            String value = environment.apply(name);
            if (value != null) {
                own.put(name, value);
            }
        }
        return new EnvironmentFacts(own, KNOWN, complaint(own.getOrDefault(MASTER, "")));
    }

    private static String complaint(String master) {
        if (master.isBlank()) {
            return "";
        }
        try {
            MasterAddress.parse(master);
            return "";
        } catch (ZrsException e) {
            return e.getMessage();
        }
    }
}
