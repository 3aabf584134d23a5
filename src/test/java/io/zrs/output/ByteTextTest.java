package io.zrs.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0",
        "7, 3, 007",
        "1234, 2, 1234",
        "10, 1, 10",
        "999999, 6, 999999",
        "9223372036854775807, 1, 9223372036854775807"
    })
    void writesNumbers(long value, int width, String expected) {
        assertEquals(expected, new ByteText().number(value, width).toString());
    }

    @Test
    void keepsTextAndBytesInOrder() {
        ByteText text = new ByteText()
                .append("a\u00e9")
                .append('\u20ac')
                .append("x\ud83d\ude00y", 1, 4)
                .add('!')
                .add(new byte[] {'b', 'c'});
        assertEquals("a\u00e9\u20ac\ud83d\ude00y!bc", text.toString());
    }

    @Test
    void startsAnewAfterDraining() throws IOException {
        byte[] large = new byte[3 << 20];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteText text = new ByteText().add(large);
        text.drainTo(out);
        text.append("next").drainTo(out);
        assertEquals(0, text.length());
        assertEquals(large.length + 4, out.size());
        byte[] tail = new byte[4];
        System.arraycopy(out.toByteArray(), large.length, tail, 0, 4);
        assertArrayEquals(new byte[] {'n', 'e', 'x', 't'}, tail);
    }
}
