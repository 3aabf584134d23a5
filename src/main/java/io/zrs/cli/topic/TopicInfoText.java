package io.zrs.cli.topic;

import io.zrs.cli.command.NodeNames;
import io.zrs.cli.topic.TopicReport.End;
import io.zrs.model.RegistrationStatus;
import io.zrs.model.Role;
import io.zrs.model.TopicStatus;
import io.zrs.model.Volume;
import io.zrs.output.Amount;
import java.util.List;
import java.util.Optional;

/** One topic as {@code rostopic info} prints it, and with numbers. */
final class TopicInfoText {
    private static final int TENTHS = 100;
    private static final int SECOND = 1000;

    private final TopicReport report;
    private final boolean numbers;
    private final boolean all;
    private final StringBuilder out = new StringBuilder();

    private TopicInfoText(TopicReport report, boolean numbers, boolean all) {
        this.report = report;
        this.numbers = numbers;
        this.all = all;
    }

    /**
     * The whole text.
     *
     * @param numbers whether to tell how much passes
     * @param all whether to list tools' nodes, too
     */
    static String of(TopicReport report, boolean numbers, boolean all) {
        TopicInfoText text = new TopicInfoText(report, numbers, all);
        text.out.append("Type: ").append(TypeText.word(report.type())).append('\n');
        if (numbers) {
            report.status().ifPresent(text::totals);
        }
        text.out.append('\n');
        text.side("Publishers", report.publishers());
        text.side("Subscribers", Optional.of(report.subscribers()));
        return text.out.append('\n').toString();
    }

    private void totals(TopicStatus status) {
        out.append("Latched: ").append(status.latched() ? "yes" : "no").append('\n');
        out.append("Last message: ").append(age(status)).append('\n');
        out.append("In: ").append(amount(status.in())).append('\n');
        out.append("Out: ").append(amount(status.out())).append('\n');
        out.append("Waiting: ").append(amountOrNone(status.waiting())).append('\n');
        out.append("Lost: ").append(amountOrNone(status.lost())).append('\n');
    }

    private static String age(TopicStatus status) {
        if (status.idleMillis().isEmpty()) {
            return "none yet";
        }
        long millis = status.idleMillis().getAsLong();
        return millis / SECOND + "." + millis % SECOND / TENTHS + " s ago";
    }

    private static String amount(Volume volume) {
        return Amount.of(volume.messages(), "message") + ", " + Amount.bytes(volume.bytes());
    }

    private void side(String title, Optional<List<End>> ends) {
        out.append(title).append(':');
        if (ends.isEmpty()) {
            out.append(" unknown\n");
        } else {
            List<End> listed = ends.get().stream()
                    .filter(end -> all || !report.names().isHidden(end.node()))
                    .toList();
            int hidden = ends.get().size() - listed.size();
            out.append(listed.isEmpty() ? " None\n" : " \n");
            listed.forEach(this::node);
            if (hidden > 0) {
                out.append("   ").append(NodeNames.leftOut(hidden)).append('\n');
            }
        }
        out.append('\n');
    }

    private void node(End end) {
        out.append(" * ").append(report.names().placed(end.node())).append('\n');
        if (numbers) {
            end.status().ifPresent(this::flow);
        }
    }

    private void flow(RegistrationStatus status) {
        boolean publisher = status.role() == Role.PUBLISHER;
        out.append(publisher ? "    in: " : "    out: ").append(amount(status.passed()));
        out.append(status.connected() ? "\n    " : "; not connected\n    ");
        if (!publisher) {
            out.append("waiting: ").append(amountOrNone(status.waiting())).append("; ");
        }
        out.append("lost: ").append(amountOrNone(status.lost())).append('\n');
    }

    private static String amountOrNone(Volume volume) {
        return volume.messages() == 0 ? "none" : amount(volume);
    }
}
