package io.zrs.model;

/** Which zrs this is; the build fills it in. */
public final class Version {
    private static final String CURRENT = "${project.version}";

    private Version() {}

    /** The version, such as {@code 1.2.3}. */
    public static String current() {
        return CURRENT;
    }

    /**
     * The commit that it was built from: the short hash of Git, with {@code -dirty} where files that Git knows were
     * changed since; {@code unknown} where the sources were no checkout.
     */
    public static String commit() {
        return Commit.current();
    }
}
