package io.zrs.cli.man;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a manual page says beyond the help, from a file of {@code src/man}: paragraphs, under the section that a line
 * {@code # NAME} begins, at first {@code DESCRIPTION}. A paragraph whose first line ends in {@code ::} explains what that
 * line names; one whose lines are indented by two stands as it is; {@code `…`} is bold.
 */
final class ManText {
    private static final String FIRST = "DESCRIPTION";
    private static final String TAG_END = "::";

    private final Map<String, List<Paragraph>> sections = new LinkedHashMap<>();

    /**
     * One paragraph.
     *
     * @param tag what it explains; empty where it is none of that kind
     * @param lines its text
     * @param verbatim whether its lines stand as they are
     */
    record Paragraph(String tag, List<String> lines, boolean verbatim) {
        private static Paragraph of(List<String> lines) {
            if (lines.stream().allMatch(line -> line.startsWith("  "))) {
                return new Paragraph(
                        "", lines.stream().map(line -> line.substring(2)).toList(), true);
            }
            String first = lines.get(0);
            return first.endsWith(TAG_END)
                    ? new Paragraph(
                            first.substring(0, first.length() - TAG_END.length()),
                            lines.subList(1, lines.size()),
                            false)
                    : new Paragraph("", lines, false);
        }

        String text() {
            return String.join(" ", lines).replaceAll(" +", " ").strip();
        }
    }

    private ManText() {}

    /** Reads the page's file; there is nothing in it where there is no such file. */
    static ManText read(Path file) {
        ManText text = new ManText();
        if (Files.exists(file)) {
            try {
                text.add(Files.readAllLines(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return text;
    }

    private void add(List<String> lines) {
        String section = FIRST;
        List<String> paragraph = new ArrayList<>();
        for (String line : Stream.concat(lines.stream(), Stream.of("")).toList()) {
            boolean heading = line.startsWith("# ");
            if ((heading || line.isBlank()) && !paragraph.isEmpty()) {
                sections.computeIfAbsent(section, s -> new ArrayList<>()).add(Paragraph.of(List.copyOf(paragraph)));
                paragraph.clear();
            }
            if (heading) {
                section = line.substring(2).strip();
            } else if (!line.isBlank()) {
                paragraph.add(line);
            }
        }
    }

    /** What there is for a section; empty if nothing. */
    List<Paragraph> section(String name) {
        return sections.getOrDefault(name, List.of());
    }

    /** The sections, in the order of the file. */
    List<String> sections() {
        return List.copyOf(sections.keySet());
    }
}
