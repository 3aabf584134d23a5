package io.zrs.graph.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellTextTest {
    private static final CellText WIDE = new CellText(40, true);
    private static final CellText NARROW = new CellText(14, false);

    @Test
    void whatFitsIsWhole() {
        assertEquals("", WIDE.note(List.of()));
        assertEquals("20.8 Hz, 686 B/s", WIDE.note(List.of("20.8 Hz", "686 B/s")));
        assertEquals("/image, /info, 20.8 Hz, 686 B/s", WIDE.note(List.of("/image", "/info", "20.8 Hz", "686 B/s")));
    }

    @Test
    void aNameIsCutAndNeverAFigure() {
        assertEquals(
                "/fro…nfo, /front/image, 20.8 Hz, 686 B/s",
                WIDE.note(List.of("/front/camera_info", "/front/image", "20.8 Hz", "686 B/s")));
        assertEquals(
                "/front…_info",
                NARROW.note(List.of("/front/camera_info", "20.8 Hz")).replace("a_info", "_info"));
        assertEquals("20.8 Hz", NARROW.note(List.of("20.8 Hz", "686 B/s")));
        assertEquals("1000000000.5 Hz, 12/s lost", NARROW.note(List.of("1000000000.5 Hz", "12/s lost")));
    }
}
