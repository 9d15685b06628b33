package io.salesops.core.testkit;

import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.json.SalesOpsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds the JSON Schema that a document type has against the file that ships beside it.
 *
 * <p>With {@code -Dsalesops.golden=write} the file is written instead; look at the difference before it is committed.
 */
public final class SchemaFiles {
    private SchemaFiles() {}

    /**
     * Throws an AssertionError where {@code <resources>/<package>/schema/<kind>-<version>.json} is not what the type says.
     *
     * @param resources the resource root, {@code src/main/resources} for documents that ship
     */
    public static void matches(Class<?> document, Path resources) {
        Document mark = document.getAnnotation(Document.class);
        if (mark == null) {
            throw new AssertionError(document.getName() + " is no document. Maybe mark it with @Document.");
        }
        Path file = resources
                .resolve(document.getPackageName().replace('.', '/'))
                .resolve(new DocumentSchema(mark.kind(), mark.version()).resource());
        String schema = SalesOpsJson.schema(document);
        try {
            if (System.getProperty("salesops.golden", "").equals("write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, schema);
            }
            String shipped = Files.exists(file) ? Files.readString(file) : "";
            if (!shipped.equals(schema)) {
                throw new AssertionError(file + " is not the schema of " + document.getSimpleName()
                        + ". Maybe write it with -Dsalesops.golden=write, and give the document a new version if"
                        + " what was valid is refused now. Expected:\n" + schema);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
