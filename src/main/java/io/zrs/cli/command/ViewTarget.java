package io.zrs.cli.command;

import io.zrs.drawing.window.Display;
import io.zrs.drawing.window.LiveWindow;
import io.zrs.drawing.window.Viewer;
import io.zrs.model.ErrorCode;
import io.zrs.model.ZrsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a picture goes that a user wants to look at: {@code --view}. */
public final class ViewTarget {
    private final Context context;
    private final String subject;

    /**
     * A target for pictures of one kind.
     *
     * @param subject what they show, in a word that stands in names of files: {@code graph}, {@code plot}
     */
    public ViewTarget(Context context, String subject) {
        this.context = context;
        this.subject = subject;
    }

    /**
     * A new, empty file for a picture that no file was given for, in the directory for such files, for its owner's eyes alone.
     * Nobody deletes it: what shows it outlives this process.
     *
     * @param extension with its dot
     */
    public Path temporaryFile(String extension) {
        try {
            return Files.createTempFile("zrs-" + subject + "-", extension);
        } catch (IOException e) {
            throw new ZrsException(
                    ErrorCode.IO,
                    "cannot make a file in " + System.getProperty("java.io.tmpdir") + ": " + e.getMessage(),
                    "say where the picture shall be: -o FILE" + extension,
                    e);
        }
    }

    /**
     * Opens a picture that has been written in the system's viewer; where there is no display, says where it is instead.
     *
     * @throws ZrsException if there is a display, but nothing that shows the file
     */
    public void show(Path file) {
        if (Display.isThere(context.environment())) {
            new Viewer(context.environment()).open(file);
            context.note("the " + subject + " is in " + file);
        } else {
            context.note("there is no display to view it on: the " + subject + " is in " + file);
        }
    }

    /**
     * Opens a window. Where that cannot be, says why: the caller goes on with a file.
     *
     * @param width of the picture's place, in points
     * @param height likewise
     */
    public Optional<LiveWindow> window(String title, int width, int height) {
        try {
            if (!Display.isThere(context.environment())) {
                context.note("there is no display to open a window on");
                return Optional.empty();
            }
            return Optional.of(LiveWindow.open(title, width, height));
        } catch (ZrsException e) {
            context.note(e.getMessage());
            return Optional.empty();
        }
    }
}
