package io.zrs.drawing.raster;

import io.zrs.drawing.Drawing;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Drawings as PNG. Needs no display. The same bytes for the same drawing on one machine; fonts differ between machines.
 *
 * <p>Knows nothing of {@code java.awt} itself, so that it loads, and can tell, where a Java has none.
 */
public final class Png {
    /** What helps where pixels cannot be had. */
    static final String REMEDY =
            "install fontconfig and a font (Debian: apt install fontconfig fonts-dejavu-core), or write a file .svg";

    private static final String JAVA_REMEDY =
            "use a Java with java.desktop and libfreetype (Debian: apt install openjdk-17-jre-headless), or write a file .svg";

    private static final String HEADLESS = "java.awt.headless";

    private static final int NAMED = 5;

    private Png() {}

    /**
     * What is wrong with a picture of this drawing though it can be made, and what to do: for who asked for it. To be called
     * after {@link #write}.
     *
     * @param pixels what that returned
     */
    public static List<String> flaws(Drawing drawing, Pixels pixels) {
        List<String> flaws = new ArrayList<>();
        if (pixels.reduced()) {
            flaws.add("the picture is reduced to " + pixels.width() + " x " + pixels.height()
                    + " pixels; as .svg it is sharp at any size");
        }
        Set<Integer> missing = Fonts.missing(drawing.figures());
        if (!missing.isEmpty()) {
            StringBuilder letters = new StringBuilder();
            missing.stream().limit(NAMED).forEach(letters::appendCodePoint);
            flaws.add("no font here has " + letters + (missing.size() > NAMED ? " and others" : "")
                    + ", so the picture has boxes in their place; install one that has (Debian: fonts-noto-cjk for"
                    + " Chinese, Japanese and Korean), or write a file .svg");
        }
        return flaws;
    }

    /**
     * Writes a drawing for a screen.
     *
     * @return how large it is, which may be {@linkplain Pixels#reduced() less} than usual
     * @throws ZrsException if this machine's Java has no fonts or no graphics
     */
    public static Pixels write(Drawing drawing, OutputStream out) throws IOException {
        // With a display in the environment AWT would connect to it, slow or dead as it may be.
        if (System.getProperty(HEADLESS) == null) {
            System.setProperty(HEADLESS, "true");
        }
        Pixels pixels = Pixels.of(drawing, Pixels.SCREEN);
        try {
            Fonts.check();
            Bands.write(drawing, pixels, out);
        } catch (LinkageError e) {
            throw new ZrsException(ErrorCode.IO, "this Java cannot draw pixels: " + e, JAVA_REMEDY, e);
        }
        return pixels;
    }
}
