import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies jars without their signatures. A class-data archive takes nothing from a signed jar, and Java 17 crashes (in
 * SystemDictionaryShared::adjust_lambda_proxy_class_dictionary) when it is to take lambdas from one.
 *
 * <p>usage: java Unsign.java FROM_DIRECTORY TO_DIRECTORY
 */
class Unsign {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    public static void main(String[] args) throws IOException {
        Path to = Path.of(args[1]);
        Files.createDirectories(to);
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of(args[0]), "*.jar")) {
            for (Path jar : jars) {
                copy(jar, to.resolve(jar.getFileName()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (ZipFile jar = new ZipFile(from.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            Enumeration<? extends ZipEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!isSignature(entry.getName())) {
                    ZipEntry copy = new ZipEntry(entry.getName());
                    copy.setTime(entry.getTime());
                    out.putNextEntry(copy);
                    try (InputStream content = jar.getInputStream(entry)) {
                        write(entry.getName(), content, out);
                    }
                }
            }
        }
    }

    /** Of the manifest, its main part: the others are digests. */
    private static void write(String name, InputStream content, OutputStream out) throws IOException {
        if (name.equals(MANIFEST)) {
            Attributes main = new Manifest(content).getMainAttributes();
            Manifest plain = new Manifest();
            plain.getMainAttributes().putAll(main);
            plain.write(out);
        } else {
            content.transferTo(out);
        }
    }

    private static boolean isSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("META-INF/")
                && (upper.endsWith(".SF") || upper.endsWith(".RSA") || upper.endsWith(".DSA") || upper.endsWith(".EC"));
    }
}
