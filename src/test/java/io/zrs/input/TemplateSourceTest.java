package io.zrs.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.testing.Golden;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TemplateSourceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:34:56.009012345Z");
    private static final List<String> WRONG = List.of(
            "{{nope}}",
            "{{}}",
            "ä {{ count",
            "{{{count}}}",
            "{{count x}}",
            "{{count 5}}",
            "{{count 1..x}}",
            "{{count 1..9 0}}",
            "{{count ..9}}",
            "{{count 1..99999999999}}",
            "{{time us}}",
            "{{random 5}}",
            "{{random 6..1}}",
            "{{random 1..1e3}}",
            "{{random 0..1.0000000001}}",
            "{{random 0..9999999999999999999}}",
            "{{random ..}}",
            "{{uuid 4}}",
            "{{COUNT}}");

    /** The first so many messages. */
    private static List<String> take(int many, String... templates) throws IOException {
        TemplateSource source =
                new TemplateSource(new ListSource(List.of(templates), true), () -> NOW, new SplittableRandom(8));
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            assertTrue(source.advance());
            messages.add(Sources.text(source));
        }
        return messages;
    }

    @Test
    void isMadeAnewWhereItHadToWait() throws IOException {
        Instant[] now = {NOW};
        MessageSource source = new JsonSource(new TemplateSource(
                new ListSource(List.of("[{{count}}, {{time}}]"), true), () -> now[0], new SplittableRandom(8)));
        assertTrue(source.advance());
        assertEquals("[1,1772368496.009012]", Sources.text(source));
        now[0] = NOW.plusSeconds(1);
        source.renew();
        assertEquals("[1,1772368497.009012]", Sources.text(source));
        assertTrue(source.advance());
        assertEquals("[2,1772368497.009012]", Sources.text(source));
    }

    @Test
    void countsMessages() throws IOException {
        assertEquals(List.of("a 1", "b 2", "a 3"), take(3, "a {{count}}", "b {{ count }}"));
        assertEquals(List.of("9", "10", "11", "9"), take(4, "{{count 9..11}}"));
        assertEquals(List.of("9", "10", "11", "12"), take(4, "{{count 9..}}"));
        assertEquals(List.of("0", "5", "10", "0"), take(4, "{{count 0..12 5}}"));
        assertEquals(List.of("0", "5", "10", "15"), take(4, "{{count 0.. 5}}"));
        assertEquals(List.of("1", "0", "-1", "1"), take(4, "{{count 1..-1}}"));
        assertEquals(List.of("7", "7"), take(2, "{{count 7..7}}"));
        assertEquals(List.of("-2147483648"), take(1, "{{count -2147483648..2147483647}}"));
    }

    @Test
    void isRenewedWithTheTimeAndTheSameCount() throws IOException {
        List<Instant> now = new ArrayList<>(List.of(NOW));
        MessageSource template = new TemplateSource(
                new ListSource(List.of("[{{count}}, {{time ms}}]"), true), () -> now.get(0), new SplittableRandom(8));
        MessageSource source = new JsonSource(template);
        assertTrue(source.advance());
        assertTrue(source.advance());
        assertEquals("[2,1772368496009]", Sources.text(source));
        now.set(0, NOW.plusSeconds(2));
        source.renew();
        assertEquals("[2,1772368498009]", Sources.text(source));
        assertTrue(source.advance());
        assertEquals("[3,1772368498009]", Sources.text(source));
    }

    @Test
    void whatWasReadIsNotRenewed() throws IOException {
        MessageSource source = new JsonSource(new LineSource(Sources.stream("[1, 2]\n3"), 100));
        assertTrue(source.advance());
        source.renew();
        assertEquals("[1,2]", Sources.text(source));
        assertEquals(List.of("3"), Sources.all(source));
    }

    @Test
    void tellsTheTime() throws IOException {
        assertEquals(
                List.of("1772368496.009012 1772368496009 1772368496009012345 2026-03-01T12:34:56.009012Z"),
                take(1, "{{time}} {{time ms}} {{time ns}} {{time iso}}"));
    }

    @Test
    void leavesTheRestAlone() throws IOException {
        assertEquals(List.of("{\"a\":{\"b\":1}}"), take(1, "{\"a\":{\"b\":{{count}}}}"));
        assertEquals(List.of("{{x}} }} { 1{{"), take(1, "{{{{x}} }} { {{count}}{{{{"));
        assertEquals(List.of(""), take(1, ""));
    }

    @Test
    void drawsWholeNumbersOfARange() throws IOException {
        assertEquals(Set.of("1", "2", "3", "4", "5", "6"), new HashSet<>(take(500, "{{random 1..6}}")));
        assertEquals(Set.of("-1", "0", "1"), new HashSet<>(take(500, "{{random -1..1}}")));
        assertEquals(Set.of("red", "", "a b"), new HashSet<>(take(500, "{{random red||a b}}")));
        assertEquals(Set.of("5"), new HashSet<>(take(5, "{{random 5..5}}")));
    }

    @Test
    void drawsAsManyDecimalsAsAreWritten() throws IOException {
        Set<String> tenths = new HashSet<>(take(500, "{{random -0.2..0.1}}"));
        assertEquals(Set.of("-0.2", "-0.1", "0.0", "0.1"), tenths);
        for (String number : take(500, "{{random 9..9.05}}")) {
            assertTrue(number.matches("9\\.0[0-5]"), number);
        }
        for (String number : take(500, "{{random}}")) {
            assertTrue(number.matches("0\\.\\d{6}"), number);
        }
    }

    @Test
    void drawsUuidsOfVersionFour() throws IOException {
        Set<String> uuids = new HashSet<>(take(100, "{{uuid}}"));
        assertEquals(100, uuids.size());
        for (String uuid : uuids) {
            assertEquals(uuid, UUID.fromString(uuid).toString());
            assertEquals(4, UUID.fromString(uuid).version());
            assertEquals(2, UUID.fromString(uuid).variant());
        }
    }

    @Test
    void tellsWhatIsWrongAndWhere() {
        StringBuilder told = new StringBuilder();
        for (String template : WRONG) {
            InputException error =
                    assertThrows(InputException.class, () -> take(2, "good", "x\n" + template), template);
            told.append(template).append("\n    ").append(error.getMessage()).append('\n');
        }
        Golden.check(TemplateSourceTest.class, "template-errors", told.toString());
    }
}
