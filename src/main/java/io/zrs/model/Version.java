package io.zrs.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which zrs this is. The build writes the project's version into a resource; nothing else repeats it. */
public final class Version {
    private Version() {}

    /**
     * The version, such as {@code 0.1.0}. Reads the resource on each call: keep it if it is wanted often.
     *
     * @throws UncheckedIOException if the resource cannot be read, which is a broken installation
     */
    public static String current() {
        try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
            if (in == null) {
                throw new IOException("version.txt is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
