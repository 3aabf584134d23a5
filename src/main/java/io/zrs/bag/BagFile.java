package io.zrs.bag;

import io.zrs.bag.lines.LineFormat;
import io.zrs.bag.mcap.Magic;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Tells by the first bytes of a file what it is, or by the last where those are damaged, and opens it. */
final class BagFile {
    /** So many bytes are the same in every version of MCAP. */
    private static final int MCAP = 5;

    private BagFile() {}

    static Bag open(Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw ForeignFile.folder(path);
            }
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw ForeignFile.special(path);
            }
            return read(path);
        } catch (NoSuchFileException e) {
            throw ForeignFile.missing(path);
        } catch (AccessDeniedException e) {
            throw unreadable(path, "permission denied", e);
        } catch (IOException e) {
            throw unreadable(path, e.getMessage(), e);
        }
    }

    /** The file stays open for the bag, and for nobody else. */
    private static Bag read(Path path) throws IOException {
        FileChannel file = FileChannel.open(path);
        Bag bag = null;
        try {
            bag = read(path, file);
            return bag;
        } finally {
            if (bag == null) {
                file.close();
            }
        }
    }

    private static Bag read(Path path, FileChannel file) throws IOException {
        byte[] head = new byte[LineFormat.HEAD_BYTES];
        ByteBuffer view = ByteBuffer.wrap(head);
        int last = 0;
        while (view.hasRemaining() && last >= 0) {
            last = file.read(view, view.position());
        }
        int length = view.position();
        if (isMcap(head, length) || Magic.end(file)) {
            file.close();
            return new McapBag(path);
        }
        Optional<LineFormat> lines = LineFormat.of(head, length);
        if (lines.isEmpty()) {
            throw ForeignFile.of(path, head, length);
        }
        return new LinesBag(path, file, lines.get());
    }

    /** Whatever its version, of which the reader has something to say. */
    private static boolean isMcap(byte[] head, int length) {
        return length >= MCAP && Arrays.equals(head, 0, MCAP, Magic.bytes(), 0, MCAP);
    }

    private static ZrsException unreadable(Path path, String why, IOException cause) {
        return new ZrsException(ErrorCode.IO, "cannot read " + path + ": " + why, "", cause);
    }
}
