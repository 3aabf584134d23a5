package io.zrs.bag.lines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineParserTest {
    private final LineParser parser = new LineParser();

    private Optional<LineFault> parse(String line) {
        byte[] bytes = ("xx" + line + "yy").getBytes(StandardCharsets.UTF_8);
        return parser.parse(bytes, 2, bytes.length - 2);
    }

    @Test
    void takesALineApart() {
        String line = "1042.5,/odom,a,\"b\",";
        assertEquals(Optional.empty(), parse(line));
        assertEquals(1_042_500_000L, parser.nanos());
        assertEquals("/odom", ("xx" + line).substring(parser.topicFrom(), parser.topicTo()));
        assertEquals("a,\"b\",", ("xx" + line).substring(parser.payloadFrom()));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "00012,12000000",
        "1001.2340000000001,1001234000",
        "0.0000005,1",
        "0.0000004,0",
        ".5,500000",
        "7.,7000000",
        "1.5e3,1500000000",
        "2E-05,20",
        "1e+2,100000000",
        "0e999999999999,0",
        "1e-999999999999,0",
        "1543456938600,1543456938600000000",
        "9223372036854.775,9223372036854775000",
        "0.000000000000000000000000012,0"
    })
    void readsTimesAsPythonWritesThem(String time, long nanos) {
        assertEquals(Optional.empty(), parse(time + ",T,"));
        assertEquals(nanos, parser.nanos());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|EMPTY",
                "hello|NO_TIME",
                ",T,x|NO_TIME",
                "-1,T,x|NO_TIME",
                "+1,T,x|NO_TIME",
                "1e,T,x|NO_TIME",
                "1e-,T,x|NO_TIME",
                ".,T,x|NO_TIME",
                "1 ,T,x|NO_TIME",
                "nan,T,x|NO_TIME",
                "1|NO_TIME",
                "9223372036855,T,x|TIME_TOO_LARGE",
                "1e30,T,x|TIME_TOO_LARGE",
                "12,|NO_TOPIC",
                "12,T|NO_TOPIC",
                "12,,x|NO_TOPIC",
                "12,a b,x|BAD_TOPIC",
                "12,\u00a0,x|BAD_TOPIC",
                "12,\u0085,x|BAD_TOPIC"
            })
    void tellsWhatIsWrong(String line, LineFault fault) {
        assertEquals(Optional.of(fault), parse(line));
    }

    @Test
    void doesNotBelieveNames() {
        assertEquals(Optional.of(LineFault.BAD_TOPIC), parse("1," + "t".repeat(1025) + ",x"));
        assertEquals(Optional.empty(), parse("1," + "t".repeat(1024) + ",x"));
        byte[] bytes = {'1', ',', (byte) 0xc3, ',', (byte) 0xa4};
        assertEquals(Optional.of(LineFault.BAD_TOPIC), parser.parse(bytes, 0, bytes.length));
        assertEquals(Optional.empty(), parse("1,T\u00f6pik/\u65e5\u672c,x"));
    }

    /** Any float that Python can write, to the nanosecond. */
    @Test
    void readsWhatABigDecimalWould() {
        Random random = new Random(20261123);
        for (int i = 0; i < 50_000; i++) {
            double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
            if (i % 2 == 0 || !Double.isFinite(value)) {
                value = random.nextDouble() * Math.pow(10, random.nextInt(14));
            }
            String text = Double.toString(value);
            BigDecimal nanos = new BigDecimal(text).movePointRight(6);
            boolean fits = nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
            assertEquals(fits ? Optional.empty() : Optional.of(LineFault.TIME_TOO_LARGE), parse(text + ",T,x"), text);
            if (fits) {
                assertEquals(nanos.setScale(0, RoundingMode.HALF_UP).longValue(), parser.nanos(), text);
            }
        }
    }

    @Test
    void survivesAnything() {
        Random random = new Random(6);
        byte[] letters = "0123456789.,eE+-T/ \r\t\0\u00e4".getBytes(StandardCharsets.UTF_8);
        int messages = 0;
        for (int i = 0; i < 500_000; i++) {
            byte[] line = new byte[random.nextInt(20)];
            for (int k = 0; k < line.length; k++) {
                line[k] = letters[random.nextInt(letters.length)];
            }
            int from = random.nextInt(line.length + 1);
            if (parser.parse(line, from, line.length).isEmpty()) {
                messages++;
                assertTrue(parser.nanos() >= 0);
                assertTrue(from < parser.topicFrom() && parser.topicFrom() < parser.topicTo());
                assertTrue(parser.topicTo() < parser.payloadFrom() && parser.payloadFrom() <= line.length);
            }
        }
        assertTrue(messages > 300, "messages " + messages);
    }
}
