package io.zrs.shell.edit;

import java.util.List;
import java.util.stream.Stream;

/** Knows two commands and a topic with a blank's neighbour in it. */
final class FakeAssistant implements Assistant {
    @Override
    public List<Suggestion> complete(List<String> before, String started) {
        Stream<Suggestion> all = before.isEmpty()
                ? Stream.of(
                        new Suggestion("echo", "", "Shows messages", false),
                        new Suggestion("expect", "", "Checks messages", false))
                : Stream.of(
                        new Suggestion("/odom", "", "1 publisher", false), new Suggestion("./a b's", "", "", false));
        return all.filter(found -> found.value().startsWith(started)).toList();
    }

    @Override
    public List<Suggestion> files(String started) {
        return List.of(new Suggestion(started + "le", "", "", false));
    }

    @Override
    public Meaning meaning(List<String> before, String word) {
        if (before.isEmpty()) {
            return word.equals("echo") ? Meaning.COMMAND : Meaning.UNKNOWN;
        }
        return word.startsWith("-") ? Meaning.OPTION : word.equals("/odom") ? Meaning.KNOWN : Meaning.PLAIN;
    }

    @Override
    public String hint(List<String> before) {
        return before.equals(List.of("echo")) ? "TOPIC ..." : "";
    }
}
