package io.zrs.expect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.expect.Expectation.Match;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.testing.Golden;
import io.zrs.yaml.YamlFile;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectationFileTest {
    private static final YamlFile FILE = new YamlFile(
            "checks.yaml",
            (typed, known) -> known.stream().filter(typed::startsWith).findFirst());
    private static final List<String> WRONG = List.of(
            "",
            "topic: /odom",
            "[]",
            "expect: /odom",
            "- /odom",
            "- hz: 5",
            "- topic: /odom\n  hzz: 5",
            "- topic: two words",
            "- topic: /odom\n  hz: 11..9",
            "- topic: /odom\n  hz: [9, 11]",
            "- topic: /odom\n  count: none",
            "- topic: /odom\n  filter: x >",
            "- topic: /odom\n  every: x > 3",
            "- topic: /odom\n  every: true",
            "- topic: /odom\n  silent: yes",
            "- topic: /odom\n  silent: true\n  count: 3",
            "- topic: /odom\n  within: soon",
            "- topic: /odom\n  hz: 0.1",
            "- topic: /odom/*",
            "within: 5\nexpected:\n  - topic: /odom",
            "- topic: /odom\n  topic: /scan");

    private static List<Expectation> read(String text, Optional<Duration> override) {
        return new ExpectationFile(ExpectationFileTest::time).read(FILE.parse(text), override, Duration.ofSeconds(5));
    }

    private static Duration time(String text) {
        try {
            return Duration.parse("PT" + text);
        } catch (DateTimeParseException e) {
            throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is not a time", "", e);
        }
    }

    @Test
    void readsEverything() {
        Expectation all = read(
                        "- topic: /odom\n  name: wheels\n  hz: 10\n  count: 5..\n  filter: x > 3\n  every: true\n"
                                + "  silent: false\n  within: 8s\n",
                        Optional.empty())
                .get(0);
        assertEquals("/odom", all.topic().value());
        assertEquals("wheels", all.name());
        assertEquals("9..11", all.hz().orElseThrow().text());
        assertEquals(5, all.count().orElseThrow().least());
        assertEquals("x > 3", all.filter().orElseThrow().toString());
        assertEquals(Match.EVERY, all.match());
        assertEquals(Duration.ofSeconds(8), all.within());
    }

    @Test
    void whoSaysNothingGetsTheTimeOfTheFileOrOfTheCommandLine() {
        String text = "within: 2s\nexpect:\n  - topic: /a\n  - topic: /b\n    within: 3s\n    silent: true\n";
        List<Expectation> read = read(text, Optional.empty());
        assertEquals(Duration.ofSeconds(2), read.get(0).within());
        assertEquals(Duration.ofSeconds(3), read.get(1).within());
        assertTrue(read.get(1).silent());
        assertEquals(
                Duration.ofSeconds(9),
                read(text, Optional.of(Duration.ofSeconds(9))).get(0).within());
        assertEquals(
                Duration.ofSeconds(5),
                read("- topic: /a", Optional.empty()).get(0).within());
    }

    @Test
    void tellsWhatIsWrongAndWhere() {
        StringBuilder all = new StringBuilder();
        for (String text : WRONG) {
            ZrsException e = assertThrows(ZrsException.class, () -> read(text, Optional.empty()), text);
            assertEquals(ErrorCode.INVALID, e.code());
            all.append(e.getMessage())
                    .append(e.remedy().isEmpty() ? "" : "; " + e.remedy())
                    .append('\n');
        }
        Golden.check(ExpectationFileTest.class, "wrong-files", all.toString());
    }
}
