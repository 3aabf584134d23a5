package io.zrs.master.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.master.state.StateCodec.DamageException;
import io.zrs.model.ZrsException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateCodecTest {
    private static final String TOPIC =
            "{'name':'/t','published':true,'publisher_port':1,'subscriber_port':2,'nodes':[NODE]}";
    private static final String NODE = "{'role':'publisher','node':'n','host':'127.0.0.1'}";
    private static final String WHOLE = "{'topics':[" + TOPIC.replace("NODE", NODE) + "]}";

    /** A file with this state in it and the right checksum, computed here from what CRC-32C is. */
    private static byte[] sealed(byte[] body) {
        CRC32C checksum = new CRC32C();
        checksum.update(body);
        String head = "{\"format\":1,\"crc32c\":\"%08x\",\"state\":".formatted(checksum.getValue());
        String text = head + new String(body, StandardCharsets.ISO_8859_1) + "}\n";
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] sealed(String body) {
        return sealed(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String damage(byte[] bytes) {
        return assertThrows(DamageException.class, () -> StateCodec.decode(bytes))
                .getMessage();
    }

    @Test
    void readsWhatItWrites() throws DamageException {
        for (long seed = 0; seed < 500; seed++) {
            SavedState state = States.random(new Random(seed));
            assertEquals(state, StateCodec.decode(StateCodec.encode(state)), "seed " + seed);
        }
    }

    @Test
    void readsAWholeState() throws DamageException {
        SavedState state = StateCodec.decode(sealed(WHOLE));
        assertEquals("/t", state.topics().get(0).name().value());
        assertEquals("n", state.topics().get(0).nodes().get(0).node().value());
    }

    @Test
    void aTornFileIsCutOffWhereverItIs() {
        byte[] whole = StateCodec.encode(States.random(new Random(4)));
        for (int length = 0; length < whole.length; length++) {
            String reason = damage(Arrays.copyOf(whole, length));
            assertTrue(reason.equals("it is cut off") || reason.contains("not a master's state"), reason);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "format\":1,its format 2 is not known,format\":2",
        "format\":1,its format 10 is not known,format\":10",
        "format\":1,not a master's state,format\":-1",
        "format\":1,not a master's state,format\":99999999999",
        "format\":1,not a master's state,Format\":1",
        "{,not a master's state,[",
        "state,not a master's state,slate",
        "20000,its checksum is wrong,20001"
    })
    void saysWhatIsWrongWithTheOutside(String part, String reason, String replacement) {
        String text = new String(StateCodec.encode(States.one("/t", 20_000)), StandardCharsets.UTF_8);
        String wrong = text.replaceFirst(Pattern.quote(part), replacement);
        String told = damage(wrong.getBytes(StandardCharsets.UTF_8));
        assertTrue(told.contains(reason), told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{'topics':{}}",
                "{'topics':[1]}",
                "{'topics':[{}]}",
                "{'topics':[",
                "{'topics':[]}}",
                "{'topics':[]}{}",
                "{'topics':[],'more':1}",
                "{'topics':[TOPIC,TOPIC]}"
            })
    void refusesWhatHasNotTheForm(String body) {
        String topic = TOPIC.replace("NODE", "");
        assertThrows(DamageException.class, () -> StateCodec.decode(sealed(body.replace("TOPIC", topic))));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'/t',''",
                "'/t','two words'",
                "true,'true'",
                "true,null",
                "1,-1",
                "1,2",
                "1,65536",
                "1,99999999999",
                "1,1.0",
                "1,'1'",
                "2,70000",
                "'publisher','both'",
                "'publisher',1",
                "'n',' n'",
                "'n',null",
                "'127.0.0.1',''",
                "'127.0.0.1','a b'",
                "'127.0.0.1',7",
                "'nodes','modes'"
            })
    void refusesAWrongValue(String part, String replacement) {
        String wrong = WHOLE.replaceFirst(part + "(?!\\d|\\.)", replacement);
        assertTrue(!wrong.equals(WHOLE));
        assertThrows(DamageException.class, () -> StateCodec.decode(sealed(wrong)));
    }

    @Test
    void refusesAPortThatTwoTopicsHave() {
        String topic = TOPIC.replace("NODE", "");
        String other = topic.replace("/t", "/u").replace(":2", ":3");
        assertEquals("the port 1 is there twice", damage(sealed("{'topics':[" + topic + "," + other + "]}")));
    }

    @Test
    void anyMutationIsFoundOrChangesNothing() {
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            SavedState state = States.random(random);
            byte[] bytes = mutated(StateCodec.encode(state), random);
            try {
                assertEquals(state, StateCodec.decode(bytes), "seed " + seed);
            } catch (DamageException e) {
                assertTrue(!e.getMessage().isBlank() && !e.getMessage().contains("\n"), "seed " + seed);
            }
        }
    }

    @Test
    void evenUnderARightChecksumWhatIsReadIsAStateOrRefused() {
        int read = 0;
        for (long seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] body = mutated(StateJson.write(States.random(random)), random);
            try {
                SavedState state = StateCodec.decode(sealed(body));
                assertEquals(state, StateCodec.decode(StateCodec.encode(state)), "seed " + seed);
                read++;
            } catch (DamageException e) {
                assertTrue(!e.getMessage().contains("checksum"), "seed " + seed);
            } catch (ZrsException | IllegalArgumentException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertTrue(read > 0, "some mutations leave a state");
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] out = bytes;
        for (int i = 1 + random.nextInt(3); i > 0 && out.length > 0; i--) {
            int at = random.nextInt(out.length);
            int to = at + random.nextInt(Math.min(20, out.length - at) + 1);
            switch (random.nextInt(5)) {
                case 0 -> out[at] = (byte) random.nextInt(256);
                case 1 -> out[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> out = concat(Arrays.copyOf(out, at), Arrays.copyOfRange(out, to, out.length));
                case 3 -> out = concat(Arrays.copyOf(out, to), Arrays.copyOfRange(out, at, out.length));
                default -> out = Arrays.copyOf(out, at);
            }
        }
        return out;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] out = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, out, first.length, second.length);
        return out;
    }
}
