package io.salesops.core.testdata;

import java.nio.file.Files;
import java.nio.file.Path;

/** The data folder that {@code -Dsalesops.data} names; tests that use it carry {@link NeedsData}. */
public final class SharedData {

    private SharedData() {}

    /** Obtains a file of the data folder; a folder that was named but does not hold the file is an error, not a skip. */
    public static Path file(String name) {
        Path path = Path.of(System.getProperty("salesops.data", ""), name);
        if (!path.isAbsolute() || !Files.exists(path)) {
            throw new AssertionError("salesops.data is set, but this is not an existing absolute path: " + path);
        }
        return path;
    }
}
