package io.zrs.cli.man;

import io.zrs.cli.command.Definition;
import io.zrs.cli.command.ExitCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of one command: what its help says, with what {@code src/man} adds. */
final class ManPage {
    /** Sections that have their places; the others of a file come between OPTIONS and EXAMPLES. */
    private static final Set<String> PLACED =
            Set.of("DESCRIPTION", "OPTIONS", "EXAMPLES", "EXIT STATUS", "ENVIRONMENT", "FILES", "SEE ALSO");

    private static final String FOOTER_TITLE = "Examples:";

    private final CommandEntry entry;
    private final CommandSpec spec;
    private final Definition definition;
    private final ManText text;
    private final Roff roff = new Roff();

    ManPage(CommandEntry entry, CommandSpec spec, Definition definition, ManText text) {
        this.entry = entry;
        this.spec = spec;
        this.definition = definition;
        this.text = text;
    }

    /** What is missing for a page worth having; empty if nothing is. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (text.section("DESCRIPTION").isEmpty()) {
            gaps.add(entry.page() + " has no text: write src/man/" + entry.page() + ".txt");
        }
        if (examples().isEmpty()) {
            gaps.add(entry.page() + " has no examples: call Definition.examples");
        }
        for (String option : tags("OPTIONS")) {
            if (spec.findOption(option) == null && positional(option) == null) {
                gaps.add("src/man/" + entry.page() + ".txt explains " + option + ", which is no option of it");
            }
        }
        return gaps;
    }

    private List<String> tags(String section) {
        return text.section(section).stream().map(ManText.Paragraph::tag).toList();
    }

    private PositionalParamSpec positional(String label) {
        return spec.positionalParameters().stream()
                .filter(p -> bare(p.paramLabel()).equals(label))
                .findFirst()
                .orElse(null);
    }

    /** The page as of {@code date}. */
    String write(String date) {
        roff.title(entry.page().toUpperCase(Locale.ROOT), date);
        roff.macro("SH", "NAME");
        roff.verbatim(String.join(", ", entry.allPages()) + " - "
                + uncapitalized(spec.usageMessage().header()[0]));
        synopsis();
        description();
        options();
        if (!spec.subcommands().isEmpty()) {
            commands();
        }
        text.sections().stream().filter(s -> !PLACED.contains(s)).forEach(this::section);
        examplesSection();
        exitStatus();
        mentions("ENVIRONMENT", definition.environment());
        mentions("FILES", definition.files());
        seeAlso();
        return roff.toString();
    }

    private static String uncapitalized(String header) {
        String plain = header.endsWith(".") ? header.substring(0, header.length() - 1) : header;
        boolean acronym = plain.length() > 1 && !Character.isLowerCase(plain.charAt(1));
        return acronym ? plain : plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
    }

    private void synopsis() {
        roff.macro("SH", "SYNOPSIS");
        for (String words : entry.allWords()) {
            List<String> rest = new ArrayList<>(List.of("[OPTIONS]"));
            for (PositionalParamSpec parameter : spec.positionalParameters()) {
                rest.add(parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : ""));
            }
            if (!words.equals(entry.allWords().get(0))) {
                roff.macro("br");
            }
            roff.mixed("", words, " " + String.join(" ", rest));
        }
        if (!spec.subcommands().isEmpty()) {
            roff.macro("br").mixed("", entry.words(), " COMMAND [OPTIONS] ...");
        }
    }

    private void description() {
        roff.macro("SH", "DESCRIPTION");
        roff.sentences(spec.usageMessage().header()[0]);
        String[] lines = spec.usageMessage().description();
        if (lines.length > 0) {
            roff.sentences(formatted(lines));
        }
        paragraphs(text.section("DESCRIPTION"), true);
    }

    private void paragraphs(List<ManText.Paragraph> paragraphs, boolean apart) {
        boolean first = !apart;
        for (ManText.Paragraph paragraph : paragraphs) {
            if (paragraph.verbatim()) {
                example(paragraph.lines());
            } else if (paragraph.tag().isEmpty()) {
                if (!first) {
                    roff.macro("PP");
                }
                roff.sentences(paragraph.text());
            } else {
                roff.macro("TP").mixed("", paragraph.tag()).sentences(paragraph.text());
            }
            first = false;
        }
    }

    private void example(List<String> lines) {
        roff.macro("PP").macro("RS", "4").macro("EX");
        lines.forEach(roff::verbatim);
        roff.macro("EE").macro("RE");
    }

    private void options() {
        roff.macro("SH", "OPTIONS");
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            String label = bare(parameter.paramLabel());
            roff.macro("TP").verbatim(label).sentences(formatted(parameter.description()));
            further(Set.of(label));
        }
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()) {
                String value = option.arity().max() == 0 ? "" : option.paramLabel();
                roff.macro("TP").mixed(names(option, value)).sentences(formatted(option.description()));
                further(Set.of(option.names()));
                alsoCalled(option);
            }
        }
    }

    /** What the file says of an option behind what the help does. */
    private void further(Set<String> names) {
        for (ManText.Paragraph paragraph : text.section("OPTIONS")) {
            if (names.contains(paragraph.tag())) {
                roff.sentences(paragraph.text());
            }
        }
    }

    /** What the help has no room for: the names that ROS's tools have. */
    private void alsoCalled(OptionSpec option) {
        for (Definition.Mention alias : definition.aliases()) {
            if (alias.name().equals(option.longestName())) {
                roff.mixed("Also ", alias.meaning().replace(" ", ", "), ".");
            }
        }
    }

    private static String[] names(OptionSpec option, String value) {
        List<String> pieces = new ArrayList<>();
        String separator = "";
        for (String name : option.names()) {
            pieces.add(separator);
            pieces.add(name);
            separator = ", ";
        }
        if (!value.isEmpty()) {
            boolean isLong = option.longestName().startsWith("--");
            String joint = isLong ? "=" + value : " " + value;
            pieces.add(option.arity().min() == 0 ? "[" + joint + "]" : joint);
        }
        return pieces.toArray(new String[0]);
    }

    private void commands() {
        roff.macro("SH", "COMMANDS");
        spec.subcommands().forEach((name, child) -> {
            roff.macro("TP").mixed("", entry.words() + " " + name);
            roff.sentences(child.getCommandSpec().usageMessage().header()[0]);
            roff.mixed("See ", entry.page() + "-" + name, "(1).");
        });
    }

    private void section(String name) {
        roff.macro("SH", name);
        paragraphs(text.section(name), false);
    }

    private List<String> examples() {
        return Stream.of(spec.usageMessage().footer())
                .filter(line -> !line.isEmpty() && !line.equals(FOOTER_TITLE))
                .map(line -> line.substring(2))
                .toList();
    }

    private void examplesSection() {
        roff.macro("SH", "EXAMPLES");
        roff.macro("EX");
        examples().forEach(roff::verbatim);
        roff.macro("EE");
        paragraphs(text.section("EXAMPLES"), true);
    }

    private void exitStatus() {
        Map<Integer, String> meanings = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            boolean always = code != ExitCode.LOSS && code != ExitCode.TIMED_OUT;
            if (always || entry.isRoot()) {
                meanings.put(code.value(), sentence(code.meaning()));
            }
        }
        Map<Integer, String> own = text.section("EXIT STATUS").stream()
                .collect(Collectors.toMap(p -> Integer.parseInt(p.tag()), ManText.Paragraph::text));
        meanings.putAll(own);
        roff.macro("SH", "EXIT STATUS");
        meanings.keySet().stream()
                .sorted()
                .forEach(code -> roff.macro("TP").mixed("", code.toString()).sentences(meanings.get(code)));
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    private void mentions(String section, List<Definition.Mention> mentions) {
        List<ManText.Paragraph> own = text.section(section);
        boolean environment = section.equals("ENVIRONMENT");
        if (mentions.isEmpty() && own.isEmpty() && !environment) {
            return;
        }
        roff.macro("SH", section);
        for (Definition.Mention mention : mentions) {
            roff.macro("TP").mixed("", mention.name()).sentences(mention.meaning());
        }
        paragraphs(own, !mentions.isEmpty());
        if (environment && !entry.isRoot()) {
            if (!mentions.isEmpty() || !own.isEmpty()) {
                roff.macro("PP");
            }
            roff.mixed("What every command heeds is in ", "zrs", "(1).");
        }
    }

    private void seeAlso() {
        List<String> pages = new ArrayList<>(entry.related());
        text.section("SEE ALSO").forEach(p -> pages.addAll(List.of(p.text().split(",\\s*"))));
        roff.macro("SH", "SEE ALSO");
        List<String> pieces = new ArrayList<>();
        String separator = "";
        for (String page : pages.stream().distinct().toList()) {
            int bracket = page.indexOf('(');
            pieces.add(separator);
            pieces.add(page.substring(0, bracket));
            separator = page.substring(bracket) + ", ";
        }
        pieces.add(separator.replace(", ", ""));
        roff.mixed(pieces.toArray(new String[0]));
    }

    /** As {@code String.format} has it without arguments: that is what picocli makes of a description. */
    private static String formatted(String[] lines) {
        return String.join(" ", lines).replace("%%", "%").replaceAll(" +", " ");
    }

    private static String bare(String label) {
        return label.startsWith("[") ? label.substring(1, label.length() - 1) : label;
    }
}
