package io.zrs.cli.bag.edit;

import io.zrs.bag.edit.Finding;
import io.zrs.bag.edit.RecoveryResult;
import io.zrs.output.Amount;
import io.zrs.output.ByteText;
import io.zrs.output.JsonLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a recovery brought, as it is told. */
record RecoverForm(Path in, String out, RecoveryResult result, boolean isLines) {
    private static final int MOST_LINES = 20;

    /** For people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String place = isLines ? "line" : "byte";
        List<Finding> unsaved = result.unsaved();
        for (Finding finding : unsaved.subList(0, Math.min(MOST_LINES, unsaved.size()))) {
            lines.add(in + ": " + place + " " + finding.place() + ": " + finding.what() + "; " + done(finding));
        }
        if (result.count() > MOST_LINES) {
            lines.add(in + ": and " + (result.count() - MOST_LINES) + " more left out");
        }
        for (String topic : topics()) {
            lines.add(topic + ": " + Amount.of(result.saved().getOrDefault(topic, 0L), "message") + " saved"
                    + lost(topic));
        }
        if (!result.exact()) {
            lines.add(in + ": nothing in it tells how many messages were in all that is left out");
        }
        lines.add("recovered " + Amount.of(result.messages(), "message") + " of "
                + Amount.of(result.saved().size(), "topic") + beside() + ", " + Amount.bytes(result.bytes()) + ": "
                + (out.equals(EditOutput.STDOUT) ? "standard output" : out));
        return lines;
    }

    private static String done(Finding finding) {
        return switch (finding.consequence()) {
            case UNFINISHED -> "written anew";
            case DOUBTFUL, NAMELESS, PART -> "taken as it is";
            case MEMORY -> "left out; " + finding.consequence().remedy();
            default -> "left out";
        };
    }

    private String lost(String topic) {
        Long count = result.lost().get(topic);
        return count == null ? "" : (result.exact() ? ", " : ", at least ") + count + " lost";
    }

    private String beside() {
        String text = "";
        if (result.attachments() > 0) {
            text += ", " + Amount.of(result.attachments(), "attachment");
        }
        if (result.metadata() > 0) {
            text += ", " + Amount.of(result.metadata(), "metadata record");
        }
        return text;
    }

    private SortedSet<String> topics() {
        SortedSet<String> topics = new TreeSet<>(result.saved().keySet());
        topics.addAll(result.lost().keySet());
        return topics;
    }

    /** For programs. */
    String json() {
        ByteText line = new ByteText();
        new JsonLine(line)
                .field("path", out)
                .field("messages", result.messages())
                .field("attachments", result.attachments())
                .field("metadata", result.metadata())
                .field("bytes", result.bytes())
                .objects(
                        "topics",
                        List.copyOf(topics()),
                        (object, topic) -> object.field("topic", topic)
                                .field("saved", result.saved().getOrDefault(topic, 0L))
                                .field("lost", result.lost().getOrDefault(topic, 0L)))
                .field("lost_exact", result.exact())
                .field("count", result.count())
                .objects(
                        "left_out",
                        result.unsaved(),
                        (object, finding) -> object.field(isLines ? "line" : "byte", finding.place())
                                .field("what", finding.what()))
                .end();
        return line.toString();
    }
}
