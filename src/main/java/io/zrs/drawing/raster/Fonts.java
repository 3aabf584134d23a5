package io.zrs.drawing.raster;

import io.zrs.drawing.Figure;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The machine's fonts. */
final class Fonts {
    private Fonts() {}

    /** A font without serifs. */
    static Font sans(double size, boolean bold) {
        return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
    }

    /**
     * Draws nothing, but measures a letter: what is missing shows here.
     *
     * @throws ZrsException if there is no font
     */
    static void check() {
        try {
            sans(12, false).getStringBounds("M", new FontRenderContext(null, true, true));
        } catch (RuntimeException | InternalError e) {
            throw new ZrsException(ErrorCode.IO, "there are no letters to draw with: " + reason(e), Png.REMEDY, e);
        }
    }

    /** The characters of texts that the machine has no letters for, each once, in the order in which they come. */
    static Set<Integer> missing(List<Figure> figures) {
        Set<Integer> missing = new LinkedHashSet<>();
        Font font = sans(12, false);
        for (Figure figure : figures) {
            if (figure instanceof Figure.Group group) {
                missing.addAll(missing(group.figures()));
            } else if (figure instanceof Figure.Text text) {
                text.text()
                        .codePoints()
                        .filter(letter -> !font.canDisplay(letter))
                        .forEach(missing::add);
            }
        }
        return missing;
    }

    /** Java wraps what it has to say of fontconfig several times. */
    private static String reason(Throwable error) {
        Throwable deepest = error;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.getClass().getName() : deepest.getMessage();
    }
}
