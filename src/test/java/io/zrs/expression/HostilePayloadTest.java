package io.zrs.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.zrs.expression.Value.Constant;
import io.zrs.expression.Value.Text;
import io.zrs.model.Message;
import io.zrs.model.TopicName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePayloadTest {
    private static final TopicName TOPIC = new TopicName("/t");
    private static final String[] EXPRESSIONS = {
        "x > 1",
        "not (x > 1)",
        "data == 1",
        "a.b[2].c == 'x'",
        "data contains 'x'",
        "len(data) + x == a[0]",
        "data =~ '(a|b)*c'",
        "x in data and a in [x, a.b]",
        "data == data",
        "abs(x) % a.b[-1] < 3"
    };

    @ParameterizedTest
    @ValueSource(strings = {"ff", "7b2278223a32ff7d", "7b2278223a2280227d", "c080", "eda080", "22eda08022", "f5808080"})
    void whatIsNotUtf8IsMissing(String hex) {
        Asking.of(HexFormat.of().parseHex(hex)).isMissing("data", "x", "x > 1", "not (x > 1)", "len(data)");
    }

    @Test
    void utf8IsCheckedBeyondTheFirstThousandCharacters() {
        for (int length = 1_020; length < 1_030; length++) {
            byte[] text = ("ä" + "x".repeat(length) + "🚀").getBytes(StandardCharsets.UTF_8);
            Asking.of(text).holds("len(data) == " + (length + 2));
            text[text.length - 1] = 'x';
            Asking.of(text).isMissing("data");
        }
    }

    @Test
    void otherEncodingsAreNotGuessed() {
        for (String charset : List.of("UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE")) {
            byte[] payload = "{\"x\":2}".getBytes(java.nio.charset.Charset.forName(charset));
            Asking.of(payload).isMissing("x");
            assertEquals(
                    new Text(new String(payload, StandardCharsets.UTF_8)),
                    Asking.of(payload).value("data"));
        }
        Asking.of("\ufeff{\"x\":2}").isMissing("x");
    }

    @Test
    void deepPayloadsNeedLittleStack() throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread small = new Thread(null, HostilePayloadTest::askDeepPayloads, "small stack", 512 * 1024);
        small.setUncaughtExceptionHandler((thread, e) -> failure.set(e));
        small.start();
        small.join();
        assertNull(failure.get());
    }

    private static void askDeepPayloads() {
        int most = PayloadReader.MAX_DEPTH;
        String array = "[".repeat(most) + "]".repeat(most);
        Asking.of(array).holds("data == data", "len(data) == 1", "data[0][0] == data[-1][-1]");
        String object = "{\"a\":".repeat(most) + "1" + "}".repeat(most);
        Asking.of(object).holds("data == data", "a.a.a == data.a.a.a", "exists(a" + ".a".repeat(63) + ")");
        for (int depth : new int[] {most + 1, 100_000}) {
            for (String deep : List.of("[".repeat(depth) + "]".repeat(depth), "[".repeat(depth))) {
                assertEquals(new Text(deep), Asking.of(deep).value("data"));
                Asking.of("{\"x\":2,\"y\":" + deep + "}").isMissing("x", "y");
            }
        }
        int nesting = Expression.MAX_NESTING;
        Asking.of("[]").isMissing("not (".repeat(nesting / 2) + "x" + ")".repeat(nesting / 2));
        Asking.of("1").holds("data" + "+1".repeat(2_000) + "==2001", "data==1" + " and data==1".repeat(300));
        Asking.of("0").fails("data==1" + " or data==1".repeat(300));
    }

    @Test
    void tooManyValuesAreMissing() {
        String many = "[" + "1,".repeat(PayloadReader.MAX_VALUES) + "1]";
        Asking.of(many).isMissing("data", "len(data)");
        Asking.of("{\"many\":" + many + ",\"x\":2}").holds("x == 2", "many[999999] == 1");
        Asking.of("{\"many\":" + many + ",\"x\":2}").isMissing("many", "len(many) > 5 and x == 2");
    }

    @Test
    void manyNamesNumbersAndDuplicatesAreRead() {
        StringBuilder out = new StringBuilder("{");
        for (int i = 0; i < 200_000; i++) {
            out.append("\"n")
                    .append(i)
                    .append("\":")
                    .append(i)
                    .append(",\"x\":")
                    .append(i)
                    .append(',');
        }
        Asking.of(out.append("\"")
                                .append("n".repeat(100_000))
                                .append("\":0,\"z\":")
                                .append("9".repeat(100_000)) + "}")
                .holds("x == 199999", "n77777 == 77777", "not exists(z)", "len(data) == 200003");
    }

    @Test
    void noBytesMakeItThrow() {
        List<byte[]> seeds = new ArrayList<>();
        for (String seed : List.of(
                "{\"x\":1.5,\"y\":2}",
                "{\"a\":{\"b\":[1,\"\\u00e9\\ud83d\",{\"c\":\"x\"}]},\"x\":-1e5,\"x\":null}",
                "[1,[2,{\"x\":[]}],\"ä🚀\",true,false,null,0.5E+3]",
                "aaaababab text",
                "123456789012345678901234567890e-12")) {
            seeds.add(seed.getBytes(StandardCharsets.UTF_8));
        }
        List<Expression> expressions = new ArrayList<>();
        for (String text : EXPRESSIONS) {
            expressions.add(Expression.parse(text));
        }
        Random random = new Random(8);
        for (int round = 0; round < 60_000; round++) {
            byte[] payload = mutant(seeds, random);
            for (Expression expression : expressions) {
                assertNotNull(
                        expression.evaluate(new Message(TOPIC, payload)),
                        () -> expression + " " + HexFormat.of().formatHex(payload));
            }
        }
    }

    private static byte[] mutant(List<byte[]> seeds, Random random) {
        byte[] payload = seeds.get(random.nextInt(seeds.size())).clone();
        for (int changes = random.nextInt(6); changes > 0; changes--) {
            int at = random.nextInt(payload.length);
            switch (random.nextInt(4)) {
                case 0 -> payload[at] = (byte) random.nextInt();
                case 1 -> payload[at] = (byte) "{}[]\",:\\0-.eE+tfn \0".charAt(random.nextInt(19));
                case 2 -> payload[at] = payload[random.nextInt(payload.length)];
                default -> payload = java.util.Arrays.copyOf(payload, 1 + random.nextInt(payload.length));
            }
        }
        return payload;
    }

    @Test
    void seeksLongPartsInLinearTime() {
        String text = "a".repeat(1_000_000);
        Asking.of("{\"text\":\"" + text + "\",\"part\":\"" + text.substring(500_000) + "b\"}")
                .fails("text contains part", "part in text");
        assertEquals(
                Constant.TRUE, Asking.of("{\"p\":\"" + text + "b\"}").value("p contains '" + "a".repeat(99) + "b'"));
    }
}
