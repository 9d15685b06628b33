package io.salesops.core.explain;

/** The version that results name; a test holds it against the project's. */
final class LibraryVersion {
    static final String CURRENT = "0.1.0-SNAPSHOT";

    private LibraryVersion() {}
}
