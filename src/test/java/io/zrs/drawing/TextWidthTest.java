package io.zrs.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextWidthTest {
    @ParameterizedTest
    @CsvSource({"'', 0", "i, 2.22", "m, 8.33", "/chatter, 33.35", "観測, 20", "é, 5.84", "Ж, 7.22", "e\u0301, 5.56"})
    void widthsOfHelvetica(String text, double points) {
        assertEquals(points, TextWidth.of(text, 10, false), 0.001);
    }

    @Test
    void boldIsWider() {
        assertTrue(TextWidth.of("chatter", 10, true) > TextWidth.of("chatter", 10, false));
    }

    @Test
    void whatFitsStays() {
        assertEquals("/chatter", TextWidth.cut("/chatter", 10, false, 34));
    }

    @Test
    void ofALongOneTheMiddleGoes() {
        String cut = TextWidth.cut("/robot1/camera/front/image_raw", 10, false, 80);
        assertTrue(cut.startsWith("/robot1") && cut.endsWith("_raw") && cut.contains("…"), cut);
        assertTrue(TextWidth.of(cut, 10, false) <= 80, cut);
    }
}
