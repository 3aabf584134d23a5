package io.zrs.yaml;

import io.zrs.model.ErrorCode;
import io.zrs.model.OneLine;
import io.zrs.model.ZrsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A YAML 1.2 file that is read: one document, and JSON is one. Anchors and aliases work; tags, such as {@code !!binary},
 * and merging by {@code <<} do not.
 *
 * <p><b>Bounds.</b> {@value #MAX_BYTES} bytes, {@value TreeBuilder#MAX_DEPTH} levels, {@value TreeBuilder#MAX_NODES} values
 * with every alias counted as what it stands for.
 *
 * @param name what complaints call it: its path
 * @param nearMiss finds the known key that was meant by an unknown one
 */
public record YamlFile(String name, NearMiss nearMiss) {
    /** The largest file. */
    public static final int MAX_BYTES = 1 << 20;

    private static final int PART = 1 << 13;
    private static final int MAX_PROBLEM_CHARS = 200;

    /** Finds what somebody probably meant to write. */
    @FunctionalInterface
    public interface NearMiss {
        /** The candidate that is near to {@code typed}, if there is one. */
        Optional<String> of(String typed, Collection<String> candidates);
    }

    /**
     * Reads the file from {@code in}, to its end.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if it is no such file
     * @throws IOException if {@code in} cannot be read
     */
    public YamlNode read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        // Not readNBytes: of a pipe, FileInputStream fails there, as it asks for the position first.
        for (int count = in.read(part); count >= 0; count = in.read(part)) {
            bytes.write(part, 0, count);
            if (bytes.size() > MAX_BYTES) {
                throw new ZrsException(ErrorCode.INVALID, name + " is longer than " + MAX_BYTES + " bytes");
            }
        }
        return parse(decode(bytes.toByteArray()));
    }

    /** Reads the file from its text; as {@link #read} otherwise. */
    public YamlNode parse(String text) {
        // A byte order mark is no part of the text.
        String content = text.startsWith("\ufeff") ? text.substring(1) : text;
        LoadSettings settings = LoadSettings.builder().setLabel(name).build();
        try {
            return new TreeBuilder(
                            this, new Parse(settings).parseString(content).iterator())
                    .document();
        } catch (MarkedYamlEngineException e) {
            Place found = place(e.getProblemMark());
            if (e.getProblem().contains("\\t(TAB)")) {
                throw found.error("expected blanks, found a tab", "YAML is indented by blanks alone");
            }
            throw found.error(OneLine.of(e.getProblem(), MAX_PROBLEM_CHARS));
        } catch (ReaderException e) {
            String character = "a character that YAML does not allow, U+" + Integer.toHexString(e.getCodePoint());
            throw place(content, e.getPosition()).error(character);
        } catch (YamlEngineException e) {
            throw new Place(this, 1, 1).error("this is not YAML: " + e.getMessage());
        }
    }

    private String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ZrsException(ErrorCode.INVALID, name + " is not a text in UTF-8");
        }
    }

    Place place(Optional<Mark> mark) {
        return mark.map(known -> new Place(this, known.getLine() + 1, known.getColumn() + 1))
                .orElse(new Place(this, 1, 1));
    }

    /** The place of a character that the reader only counts. */
    private Place place(String text, int position) {
        int end = text.offsetByCodePoints(0, Math.min(position, text.codePointCount(0, text.length())));
        int start = text.lastIndexOf('\n', end - 1) + 1;
        int line = (int) text.chars().limit(start).filter(c -> c == '\n').count() + 1;
        return new Place(this, line, text.codePointCount(start, end) + 1);
    }
}
