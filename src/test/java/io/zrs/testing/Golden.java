package io.zrs.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Printed forms, each in a file beside the test's package: {@code src/test/resources/…/NAME.golden}. Run the tests with
 * {@code -Dgolden=write} to write them anew, and read the difference.
 */
public final class Golden {
    private Golden() {}

    /** Asserts that {@code actual} is what the file {@code name} beside {@code test} holds. */
    public static void check(Class<?> test, String name, String actual) {
        Path file = Path.of("src", "test", "resources", test.getPackageName().replace('.', '/'), name + ".golden");
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertEquals(Files.readString(file), actual, file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
