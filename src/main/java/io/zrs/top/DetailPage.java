package io.zrs.top;

import io.zrs.canvas.Hue;
import io.zrs.canvas.Ink;
import io.zrs.model.NodeDetails;
import io.zrs.model.Role;
import io.zrs.model.Sample;
import io.zrs.model.TopicStatus;
import io.zrs.output.Amount;
import io.zrs.output.TerminalText;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All about one topic or one node. */
final class DetailPage {
    private static final int LABEL = 14;
    private static final int NUMBER = 8;
    private static final int NARROWEST_NAME = 12;

    private final Page page = new Page();
    private final int columns;

    private DetailPage(int columns) {
        this.columns = columns;
    }

    /** A topic, with the message that was seen last, if any was. */
    static Page topic(TopicRow topic, List<EndRow> ends, Optional<Sample> sample, int columns) {
        DetailPage details = new DetailPage(columns);
        details.title("Topic ", topic.name(), Hue.TEAL);
        TopicStatus status = topic.status();
        details.label(
                "In",
                Compact.rate(topic.in()) + "/s, " + Compact.bytes(topic.in()) + "/s, "
                        + Amount.of(status.in().messages(), "message") + " in all");
        details.label(
                "Delivered",
                Compact.rate(topic.out()) + "/s, " + Compact.bytes(topic.out()) + "/s, "
                        + Amount.of(status.delivered().messages(), "message") + " in all");
        details.loss(status.lost().messages(), Loss.grows(topic.lost()) ? topic : null);
        details.label("Waiting", Amount.of(status.waiting().messages(), "message"));
        details.label("Mean size", meanSize(topic));
        details.label("Latched", status.latched() ? "yes" : "no");
        details.ends("Publishers", Role.PUBLISHER, ends, EndRow::name);
        details.ends("Subscribers", Role.SUBSCRIBER, ends, EndRow::name);
        details.message(sample);
        return details.page;
    }

    /** A node, and its ends of topics. */
    static Page node(NodeRow node, List<EndRow> ends, int columns) {
        DetailPage details = new DetailPage(columns);
        details.title("Node ", node.name(), Hue.BLUE);
        NodeDetails about = node.info().details();
        details.label("Program", orUnknown((about.program() + " " + about.version()).strip()));
        details.label("Process", about.pid() == 0 ? Compact.UNKNOWN : Long.toString(about.pid()));
        details.label("Host", orUnknown(about.host()));
        details.label("Address", orUnknown(node.info().address()));
        details.label("Protocol", Integer.toString(node.info().protocol()));
        details.label("Instance", node.info().id().instance());
        details.ends("Publishes", Role.PUBLISHER, ends, DetailPage::topicOf);
        details.ends("Subscribes", Role.SUBSCRIBER, ends, DetailPage::topicOf);
        return details.page;
    }

    private static String meanSize(TopicRow topic) {
        return Compact.bytes(topic.meanSize()) + (topic.meanSize().isPresent() ? " on the wire" : "");
    }

    private static String topicOf(EndRow end) {
        return TerminalText.line(end.status().topic().value());
    }

    private static String orUnknown(String text) {
        return text.isEmpty() ? Compact.UNKNOWN : TerminalText.line(text);
    }

    private void title(String what, String name, Hue hue) {
        page.line()
                .add(what)
                .add(Pen.endOf(name, columns - what.length()), Ink.of(hue).heavy());
    }

    private void label(String name, String value) {
        page.line().pad(name, LABEL, Ink.of(Hue.GREY)).add(Pen.beginningOf(value, columns - LABEL));
    }

    private void loss(long total, TopicRow growing) {
        page.line().pad("Lost", LABEL, Ink.of(Hue.GREY));
        String text = Amount.of(total, "message");
        if (growing == null) {
            page.add(text);
        } else {
            page.add(text + ", now " + Compact.rate(growing.lost()) + "/s!", Loss.ink(growing.lost()));
        }
    }

    private void ends(String title, Role role, List<EndRow> all, Function<EndRow, String> name) {
        List<EndRow> ends =
                all.stream().filter(end -> end.status().role() == role).toList();
        page.line();
        int numbers = columns >= LABEL + 6 * NUMBER ? 5 : 3;
        int width = Math.max(NARROWEST_NAME, columns - numbers * (NUMBER + 1));
        page.line().pad(title + " (" + ends.size() + ")", width, Ink.PLAIN.heavy());
        if (ends.isEmpty()) {
            return;
        }
        String[] headers = {"MSG/S", "BYTES/S", "LOST", "WAIT", "TOTAL"};
        for (int i = 0; i < numbers; i++) {
            page.right(headers[i], NUMBER + 1, Ink.of(Hue.GREY));
        }
        for (EndRow end : ends) {
            String idle = end.status().connected() ? "" : " (not connected)";
            page.line().pad(Pen.endOf(name.apply(end), width - idle.length()) + idle, width, Ink.PLAIN);
            String[] values = {
                Compact.rate(end.delivered()),
                Compact.bytes(end.delivered()),
                Loss.text(end.status().lost().messages(), end.losing()),
                Compact.count(end.status().waiting().messages()),
                Compact.count(end.status().delivered().messages())
            };
            for (int i = 0; i < numbers; i++) {
                page.right(values[i], NUMBER + 1, i == 2 ? Loss.ink(end.losing()) : Ink.PLAIN);
            }
        }
    }

    private void message(Optional<Sample> sample) {
        page.line();
        if (sample.isEmpty()) {
            page.line().add("No message was seen yet", Ink.of(Hue.GREY));
            return;
        }
        String cut = sample.get().isWhole() ? "" : ", its beginning";
        page.line()
                .add("Message", Ink.PLAIN.heavy())
                .add(
                        " seen " + Compact.span(sample.get().ageMillis()) + " ago, " + "payload of "
                                + Amount.bytes(sample.get().size()) + cut,
                        Ink.of(Hue.GREY));
        for (String line : MessageText.lines(sample.get(), columns)) {
            page.line().add(line);
        }
    }
}
