package io.zrs.launch.file;

import io.zrs.client.MasterAddress;
import io.zrs.yaml.YamlMap;
import io.zrs.yaml.YamlMap.Entry;
import io.zrs.yaml.YamlNode;
import io.zrs.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code master:}: {@code auto}, {@code existing}, {@code start}, {@code none}, an address, or a map of what to start it with. */
final class MasterReader {
    private static final String WHAT =
            "auto, existing, start, none, an address such as 10.0.0.2:5555, or a map of a master's options";
    private static final String LOCAL = "127.0.0.1";
    private static final int MOST = 65535;

    /** The options of {@code zrs master} without their dashes, after those that are looked at here. */
    private static final List<String> KEYS = List.of(
            "port",
            "bind",
            "output",
            "data-ports",
            "state",
            "queue",
            "queue-total",
            "max-message",
            "max-control",
            "max-connections",
            "max-topics",
            "handshake-timeout");

    private MasterReader() {}

    static MasterPlan read(YamlNode node) {
        if (node instanceof YamlMap map) {
            return start(map);
        }
        YamlScalar word = node.scalar(WHAT);
        return switch (word.text(WHAT)) {
            case "auto" -> new MasterPlan.Automatic();
            case "existing" -> new MasterPlan.Existing();
            case "none" -> new MasterPlan.None();
            case "start" -> new MasterPlan.Start(LOCAL, MasterAddress.DEFAULT_PORT, List.of(), OutputTarget.LOG);
            default -> new MasterPlan.At(word.read(WHAT, MasterAddress::parse));
        };
    }

    private static MasterPlan start(YamlMap map) {
        map.refuseOthersThan(KEYS);
        int port = map.find("port").map(MasterReader::port).orElse(MasterAddress.DEFAULT_PORT);
        String bind = map.find("bind")
                .map(node -> node.scalar("an address").text("an address"))
                .orElse(LOCAL);
        OutputTarget output = map.find("output").map(NodeReader::output).orElse(OutputTarget.LOG);
        List<String> options = new ArrayList<>();
        for (Entry entry : map.entries()) {
            if (KEYS.indexOf(entry.key().text()) > 2) {
                options.add("--" + entry.key().text());
                options.add(entry.value().scalar("a value").text("a value"));
            }
        }
        return new MasterPlan.Start(bind, port, options, output);
    }

    private static int port(YamlNode node) {
        String what = "a port from 0 to " + MOST;
        double number = node.scalar(what).number(what);
        if (number != Math.rint(number) || number < 0 || number > MOST) {
            throw node.wrong(what);
        }
        return (int) number;
    }
}
