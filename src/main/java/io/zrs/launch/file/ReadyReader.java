package io.zrs.launch.file;

import io.zrs.launch.file.Ready.Condition;
import io.zrs.model.TopicName;
import io.zrs.yaml.YamlMap;
import io.zrs.yaml.YamlNode;
import io.zrs.yaml.YamlScalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code ready:}, a map with one of {@code topic}, {@code port}, {@code line} and {@code exit}, and {@code timeout}. */
final class ReadyReader {
    private static final List<String> CONDITIONS = List.of("topic", "port", "line", "exit");
    private static final String ONE = "one of topic, port, line and exit";
    private static final String PORT = "a port from 1 to 65535, or HOST:PORT";
    private static final String LOCAL = "127.0.0.1";

    private final Function<String, Duration> time;

    ReadyReader(Function<String, Duration> time) {
        this.time = time;
    }

    Ready read(YamlNode node) {
        YamlMap map = node.map("a map, such as {topic: /scan, timeout: 10s}");
        List<String> keys = new ArrayList<>(CONDITIONS);
        keys.add("timeout");
        map.refuseOthersThan(keys);
        List<String> given =
                CONDITIONS.stream().filter(key -> map.find(key).isPresent()).toList();
        if (given.size() != 1) {
            String found = given.isEmpty() ? "none" : String.join(" and ", given);
            throw map.place().error("expected " + ONE + ", found " + found);
        }
        Duration timeout = map.find("timeout")
                .map(value -> value.scalar("a time").read("a time", time))
                .orElse(Ready.DEFAULT_TIMEOUT);
        return new Ready(condition(given.get(0), map.need(given.get(0))), timeout);
    }

    private static Condition condition(String key, YamlNode value) {
        return switch (key) {
            case "topic" -> new Ready.TopicPublished(value.scalar("a topic").read("a topic", TopicName::new));
            case "port" -> port(value.scalar(PORT));
            case "line" -> new Ready.LinePrinted(pattern(value.scalar("a regular expression")));
            default -> ended(value.scalar("0"));
        };
    }

    private static Condition ended(YamlScalar value) {
        if (!value.text().equals("0")) {
            throw value.wrong("0, the only exit code that means that all went well");
        }
        return new Ready.EndedWell();
    }

    private static Condition port(YamlScalar value) {
        String text = value.text(PORT);
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? LOCAL : text.substring(0, colon);
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (port >= 1 && port <= 65535 && !host.isBlank()) {
                return new Ready.PortOpen(host, port);
            }
            throw value.wrong(PORT);
        } catch (NumberFormatException e) {
            throw value.wrong(PORT);
        }
    }

    private static Pattern pattern(YamlScalar value) {
        try {
            return Pattern.compile(value.text("a regular expression"));
        } catch (PatternSyntaxException e) {
            throw value.place().error("this is no regular expression: " + e.getDescription());
        }
    }
}
