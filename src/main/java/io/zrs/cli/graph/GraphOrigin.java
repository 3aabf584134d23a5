package io.zrs.cli.graph;

import io.zrs.cli.command.Context;
import io.zrs.cli.command.LiveGraph;
import io.zrs.cli.command.MasterOption;
import io.zrs.cli.command.NearMiss;
import io.zrs.client.MasterAddress;
import io.zrs.client.MasterClient;
import io.zrs.expect.GraphFile;
import io.zrs.graph.GraphView;
import io.zrs.graph.Selection;
import io.zrs.graph.picture.GraphJsonReader;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import io.zrs.output.ByteText;
import io.zrs.yaml.YamlFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where a graph to compare comes from: a file that {@code zrs graph --json} or {@code zrs expect --graph --save} has written,
 * {@code -} for standard input, or a master.
 */
final class GraphOrigin {
    /** More than any graph takes, and less than memory. */
    private static final int MOST_BYTES = 64 << 20;

    private static final int PIECE = 1 << 16;

    private final Context context;
    private final MasterOption master;
    private final boolean tools;

    /** {@code tools}: whether tools' own nodes count where a master tells of them. */
    GraphOrigin(Context context, MasterOption master, boolean tools) {
        this.context = context;
        this.master = master;
        this.tools = tools;
    }

    /**
     * Reads it.
     *
     * @throws ZrsException {@link ErrorCode#INVALID} if the file is no graph, {@link ErrorCode#IO} if it cannot be read
     */
    NamedGraph read(String word) {
        if (word.equals("-")) {
            return parse("standard input", bytes("standard input", context.in()));
        }
        Path path = path(word);
        if (!Files.exists(path) && isAddress(word)) {
            return live(master.at(MasterAddress.parse(word)));
        }
        try (InputStream in = Files.newInputStream(path)) {
            return parse(word, bytes(word, in));
        } catch (IOException e) {
            throw Target.failure("read", word, e);
        }
    }

    /** The system as it is now. */
    NamedGraph live() {
        return live(master);
    }

    private NamedGraph live(MasterOption where) {
        try (MasterClient client = where.client("graph")) {
            LiveGraph live = new LiveGraph(client);
            live.noteOriginal(context);
            GraphView whole = live.view();
            return NamedGraph.of(where.address().toString(), tools ? whole : Selection.USUAL.from(whole));
        }
    }

    private static boolean isAddress(String word) {
        int colon = word.lastIndexOf(':');
        return colon > 0
                && colon < word.length() - 1
                && word.substring(colon + 1).chars().allMatch(Character::isDigit);
    }

    private static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new ZrsException(ErrorCode.INVALID, "'" + word + "' is no file's name");
        }
    }

    private static byte[] bytes(String name, InputStream in) {
        try {
            // Not readNBytes: a file's own asks for the place in it, which a pipe does not have.
            ByteText bytes = new ByteText();
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                bytes.add(piece, 0, count);
                if (bytes.length() > MOST_BYTES) {
                    throw new ZrsException(ErrorCode.INVALID, name + " is too large for a graph");
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw Target.failure("read", name, e);
        }
    }

    private static NamedGraph parse(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.stripLeading().startsWith("{")) {
            try {
                return NamedGraph.of(name, GraphJsonReader.read(text));
            } catch (ZrsException e) {
                throw new ZrsException(
                        e.code(), name + " is no graph: " + e.getMessage(), "write one by 'zrs graph --json'", e);
            }
        }
        if (text.isBlank()
                || text.stripLeading().startsWith("digraph")
                || text.stripLeading().startsWith("<")) {
            throw new ZrsException(
                    ErrorCode.INVALID,
                    name + " is no graph that can be compared",
                    "write one by 'zrs graph --json', or by 'zrs expect --graph FILE --save'");
        }
        try {
            return NamedGraph.of(
                    name, GraphFile.read(new YamlFile(name, NearMiss::of).read(new ByteArrayInputStream(bytes))));
        } catch (IOException e) {
            throw new AssertionError("reading from memory", e);
        }
    }
}
