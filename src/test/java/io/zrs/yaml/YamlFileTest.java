package io.zrs.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {
    private static final YamlFile FILE = new YamlFile(
            "checks.yaml",
            (typed, candidates) ->
                    candidates.stream().filter(c -> c.startsWith(typed)).findFirst());

    private static String complaint(String text) {
        ZrsException e = assertThrows(ZrsException.class, () -> FILE.parse(text));
        assertEquals(ErrorCode.INVALID, e.code());
        return e.getMessage();
    }

    @Test
    void knowsThePlaceOfEveryValue() {
        YamlMap root = FILE.parse("\ufeff# a file\nfirst: 1\nsecond:\n  - a\n  - {b: 'ü', c: d}\n")
                .map("a map");
        assertEquals("checks.yaml:2:1", root.place().toString());
        assertEquals("checks.yaml:2:8", root.need("first").place().toString());
        YamlList list = root.need("second").list("a list");
        assertEquals("checks.yaml:4:3", list.place().toString());
        YamlMap inner = list.values().get(1).map("a map");
        assertEquals("ü", inner.need("b").scalar("").text("a text"));
        assertEquals("checks.yaml:5:17", inner.need("c").place().toString());
        assertEquals("checks.yaml:5:14", inner.entries().get(1).key().place().toString());
    }

    @Test
    void readsJson() {
        YamlMap root = FILE.parse("{\"a\":[1,-2.5e1,\"x\\u0041\"],\"b\":true}").map("a map");
        List<YamlNode> values = root.need("a").oneOrMore();
        assertEquals(-25.0, values.get(1).scalar("").number("a number"));
        assertEquals("xA", values.get(2).scalar("").text("a text"));
        assertTrue(root.need("b").scalar("").truth());
    }

    @Test
    void takesOneForAListOfOne() {
        YamlMap root = FILE.parse("a: x\nb: [x, y]\n").map("a map");
        assertEquals(1, root.need("a").oneOrMore().size());
        assertEquals(2, root.need("b").oneOrMore().size());
    }

    @Test
    void quotesMakeATextOfAnything() {
        YamlMap root = FILE.parse("a: 'true'\nb: ''\nc: ~\nd: False\n").map("a map");
        ZrsException e =
                assertThrows(ZrsException.class, () -> root.need("a").scalar("").truth());
        assertEquals("checks.yaml:1:4: expected true or false, found 'true'", e.getMessage());
        assertEquals("", root.need("b").scalar("").text("a text"));
        assertFalse(root.need("d").scalar("").truth());
        e = assertThrows(ZrsException.class, () -> root.need("c").scalar("").text("a text"));
        assertEquals("checks.yaml:3:4: expected a text, found nothing", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"x", "1d", "0x1p3", "Infinity", "NaN", "'[1]'", "' '"})
    void takesNumbersForNumbersAlone(String text) {
        YamlNode value = FILE.parse("a: " + text).map("").need("a");
        assertThrows(ZrsException.class, () -> value.scalar("a number").number("a number"));
    }

    @Test
    void placesACallersComplaint() {
        YamlScalar value =
                FILE.parse("a:\n  b: soon").map("").need("a").map("").need("b").scalar("");
        ZrsException e = assertThrows(
                ZrsException.class,
                () -> value.read("a time", text -> {
                    throw new ZrsException(ErrorCode.INVALID, "'" + text + "' is no time", "give one");
                }));
        assertEquals("checks.yaml:2:6: 'soon' is no time", e.getMessage());
        assertEquals("give one", e.remedy());
    }

    @Test
    void refusesUnknownKeysWithTheOneThatWasMeant() {
        YamlMap map = FILE.parse("topic: /a\nwith: 5").map("a map");
        ZrsException e = assertThrows(ZrsException.class, () -> map.refuseOthersThan(List.of("topic", "hz", "within")));
        assertEquals("checks.yaml:2:1: unknown key 'with'", e.getMessage());
        assertEquals("did you mean 'within'?", e.remedy());
        e = assertThrows(ZrsException.class, () -> map.refuseOthersThan(List.of("topic", "hz")));
        assertEquals("there may be topic, hz", e.remedy());
        map.refuseOthersThan(List.of("topic", "with"));
    }

    @Test
    void tellsWhereAFileIsWrong() {
        assertEquals("checks.yaml:2:5: mapping values are not allowed here", complaint("a: b\nc: d: e"));
        assertEquals("checks.yaml:2:1: the key 'a' stands here a second time", complaint("a: 1\na: 2"));
        assertEquals("checks.yaml:1:1: the file is empty", complaint(""));
        assertEquals("checks.yaml:2:1: the file is empty", complaint("# nothing\n"));
        assertEquals("checks.yaml:2:1: a second document begins", complaint("a\n---\nb"));
        assertEquals("checks.yaml:1:4: a tag, such as !!str, has no meaning here", complaint("a: !!str b"));
        assertEquals("checks.yaml:1:4: no value before this one has the anchor 'b'", complaint("a: *b"));
        assertEquals("checks.yaml:1:4: no value before this one has the anchor 'b'", complaint("a: *b\nc: &b 1"));
        assertEquals("checks.yaml:1:1: expected a key, found a list", complaint("[a]: b"));
        assertEquals("checks.yaml:2:5: a character that YAML does not allow, U+7", complaint("a: b\nc: d\u0007"));
    }

    @Test
    void namesWhatItFoundInstead() {
        YamlNode list = FILE.parse("- a");
        ZrsException e = assertThrows(ZrsException.class, () -> list.map("a map of nodes"));
        assertEquals("checks.yaml:1:1: expected a map of nodes, found a list", e.getMessage());
        ZrsException missing = assertThrows(
                ZrsException.class, () -> FILE.parse("a: 1").map("").need("topic"));
        assertEquals("checks.yaml:1:1: 'topic' is missing", missing.getMessage());
    }

    @Test
    void isBounded() throws IOException {
        assertEquals("checks.yaml:1:65: more than 64 levels", complaint("[".repeat(1000)));
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            laughs.append("a").append(i).append(": &a").append(i).append(" [");
            laughs.append(("*a" + (i - 1) + ", ").repeat(10)).append("]\n");
        }
        assertTrue(complaint(laughs.toString()).endsWith("more than 100000 values"));
        byte[] large = new byte[YamlFile.MAX_BYTES + 1];
        assertThrows(ZrsException.class, () -> FILE.read(new ByteArrayInputStream(large)));
        byte[] latin = {'a', (byte) 0xfc};
        ZrsException e = assertThrows(ZrsException.class, () -> FILE.read(new ByteArrayInputStream(latin)));
        assertEquals("checks.yaml is not a text in UTF-8", e.getMessage());
        assertInstanceOf(YamlScalar.class, FILE.read(new ByteArrayInputStream(new byte[] {'a'})));
    }

    @Test
    void anAliasIsWhatItStandsFor() {
        YamlMap root = FILE.parse("a: &x {b: 1}\nc: *x").map("");
        assertEquals(root.need("a"), root.need("c"));
        assertEquals(Optional.empty(), root.find("d"));
    }
}
