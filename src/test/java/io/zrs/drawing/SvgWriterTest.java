package io.zrs.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zrs.testing.Golden;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

class SvgWriterTest {
    @Test
    void writesEveryFigure() {
        Golden.check(SvgWriterTest.class, "every-figure.svg", SvgWriter.write(SampleDrawing.of()));
    }

    @Test
    void writesTheSameInEveryLanguage() {
        String expected = SvgWriter.write(SampleDrawing.of());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(expected, SvgWriter.write(SampleDrawing.of()));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "-0.001, 0",
        "1, 1",
        "1.5, 1.5",
        "1.25, 1.25",
        "1.05, 1.05",
        "1.999, 2",
        "-1.5, -1.5",
        "-0.25, -0.25",
        "0.333333, 0.33",
        "123456.789, 123456.79",
        "1e9, 1000000000"
    })
    void numbersHaveAtMostTwoDecimals(double value, String expected) {
        assertEquals(expected, new XmlText().number(value).toString());
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity", "1e12"})
    void refusesWhatIsNoPlace(double value) {
        assertThrows(IllegalArgumentException.class, () -> new XmlText().number(value));
    }

    @Test
    void anyTextIsValidAndComesBackButForWhatXmlCannotHold() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            String text = anyText(random);
            Drawing drawing = withTexts(text);
            Document read = parse(SvgWriter.write(drawing));
            assertEquals(oneLine(text), read.getDocumentElement().getAttribute("aria-label"), text);
            assertEquals(
                    oneLine(text), read.getElementsByTagName("text").item(0).getTextContent(), text);
            assertEquals(
                    severalLines(text),
                    read.getElementsByTagName("title").item(1).getTextContent(),
                    text);
        }
    }

    @Test
    void theElementStandsInHtml() {
        String element = SvgWriter.element(SampleDrawing.of());
        assertTrue(element.startsWith("<svg "), element);
        assertFalse(element.contains("<?xml"), element);
    }

    private static Drawing withTexts(String text) {
        Figure figure = new Figure.Text(text, 1, 2, 10, false, Figure.Anchor.START, Colour.BLACK);
        return new Drawing(
                text, 10, 10, Colour.WHITE, List.of(new Figure.Group("id", "kind", "-" + text, List.of(figure))));
    }

    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        String special = "<>&\"' ]]>--\t\n\r\0\u001b\u007f\u0085\u2028\ufffe\uffff\ud800\udc00";
        for (int n = 1 + random.nextInt(20); n > 0; n--) {
            switch (random.nextInt(3)) {
                case 0 -> text.append(special.charAt(random.nextInt(special.length())));
                case 1 -> text.append((char) random.nextInt(0x10000));
                default -> text.appendCodePoint(random.nextInt(0x110000));
            }
        }
        return text.toString();
    }

    private static String oneLine(String text) {
        return severalLines(text).substring(1).replace('\n', '\ufffd').replace('\t', '\ufffd');
    }

    private static String severalLines(String text) {
        int[] kept = ("-" + text)
                .codePoints()
                .map(c -> c == '\n' || c == '\t' || isText(c) ? c : 0xfffd)
                .toArray();
        return new String(kept, 0, kept.length);
    }

    private static boolean isText(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.SURROGATE && (codePoint & 0xffff) < 0xfffe;
    }

    private static Document parse(String svg) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(new Strict());
        return builder.parse(new InputSource(new StringReader(svg)));
    }

    /** The parser's own prints to standard error and goes on. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
        }
    }
}
