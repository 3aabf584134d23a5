package io.zrs.shell.edit;

import io.zrs.shell.edit.Assistant.Suggestion;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Shows JLine what could stand where the cursor is. */
final class Completion implements Completer {
    private final Assistant assistant;

    Completion(Assistant assistant) {
        this.assistant = assistant;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (!(line instanceof LineSyntax.Place place) || (place.isElsewhere() && !place.isFile())) {
            return;
        }
        List<Suggestion> suggestions =
                place.isFile() ? assistant.files(place.word()) : assistant.complete(place.before(), place.word());
        int order = 0;
        for (Suggestion found : suggestions) {
            String description = found.description().isEmpty() ? null : found.description();
            String group = found.group().isEmpty() ? null : found.group();
            candidates.add(new Candidate(
                    found.value(), found.value(), group, description, null, null, !found.open(), order++));
        }
    }
}
