package io.salesops.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where files are opened by name, as UTF-8; empty where there is no such file. A byte that is no UTF-8 is read as the
 * replacement character, so that the importer names the cell and the rest of the file is read.
 */
@FunctionalInterface
interface FileSource {

    Optional<Reader> open(String name) throws IOException;

    /**
     * The files of a folder.
     *
     * @throws IllegalArgumentException if there is no such folder
     */
    static FileSource folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("the folder " + folder.toAbsolutePath()
                    + " does not exist. Maybe the path is relative to another folder.");
        }
        return name -> {
            Path file = folder.resolve(name);
            return Files.isRegularFile(file)
                    ? Optional.of(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        };
    }

    /** The files that ship beside a class. */
    static FileSource resources(Class<?> beside) {
        return name -> {
            InputStream resource = beside.getResourceAsStream(name);
            return resource == null
                    ? Optional.empty()
                    : Optional.of(new InputStreamReader(resource, StandardCharsets.UTF_8));
        };
    }
}
