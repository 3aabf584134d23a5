package io.zrs.cli.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The part of a script that is the same whatever the commands are. */
final class Template {
    private static final String PLACE = "@COMMANDS@\n";

    private Template() {}

    /** The file beside this class, with what is made from the commands in its place. */
    static String fill(String file, String commands) {
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace(PLACE, commands);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
