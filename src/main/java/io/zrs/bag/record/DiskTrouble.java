package io.zrs.bag.record;

import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What went wrong with a disk, in words. */
final class DiskTrouble {
    private DiskTrouble() {}

    /** Why, in a few words, without the file's name. */
    static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return "there is one of that name";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such directory";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException named ? named.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }

    /** A file cannot be made. */
    static ZrsException make(Path file, IOException e) {
        String remedy = isFull(e)
                ? "make room, or record to another disk"
                : reason(e).equals("Not a directory") ? "name a directory" : "see whether you may write there";
        return new ZrsException(ErrorCode.IO, "cannot make " + file + ": " + reason(e), remedy, e);
    }

    /** Whether there is no room, by what the systems say. */
    static boolean isFull(IOException e) {
        String reason = reason(e);
        return reason.contains("No space left") || reason.contains("quota") || reason.contains("not enough space");
    }
}
