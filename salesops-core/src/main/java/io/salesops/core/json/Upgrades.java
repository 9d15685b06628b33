package io.salesops.core.json;

import java.lang.reflect.Constructor;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes documents of the current version as they are, upgrades those of the version before, and refuses all others. */
final class Upgrades {
    private final Report report;

    Upgrades(Report report) {
        this.report = report;
    }

    /** Returns the document in the current version, or nothing and a finding. */
    Optional<Node> current(Node document, JsonPath path, DocumentSchema expected, Class<?> type) {
        Optional<Node> stated = document.get("schema");
        JsonPath at = path.to("schema");
        if (stated.isEmpty() || stated.get().kind() != Node.Kind.TEXT) {
            return Optional.of(document); // the members say that it is missing, or no text
        }
        Optional<String> remedy = Optional.of("Maybe '" + expected + "'.");
        Optional<String> number = expected.versionIn(stated.get().text());
        if (number.isEmpty()) {
            report.add(
                    "json.document.kind",
                    at,
                    stated.get().line(),
                    stated.get().column(),
                    "expected a document " + expected + ", found "
                            + stated.get().shown(),
                    remedy);
            return Optional.empty();
        }
        BigInteger version = new BigInteger(number.get());
        int order = version.compareTo(BigInteger.valueOf(expected.version()));
        if (order == 0) {
            return Optional.of(document);
        }
        if (version.signum() > 0 && version.equals(BigInteger.valueOf(expected.version() - 1L))) {
            return upgraded(document, path, expected, type);
        }
        report.add(
                "json.document.version",
                at,
                stated.get().line(),
                stated.get().column(),
                "version " + Node.cut(number.get()) + " of " + expected.kind() + " cannot be read, only "
                        + readable(expected),
                version.signum() == 0
                        ? remedy
                        : Optional.of(
                                order > 0
                                        ? "Maybe it was written by a later version of the library."
                                        : "Maybe read and write it with an earlier version of the library first."));
        return Optional.empty();
    }

    private static String readable(DocumentSchema expected) {
        return expected.version() == 1 ? "1" : expected.version() - 1 + " and " + expected.version();
    }

    private Optional<Node> upgraded(Node document, JsonPath path, DocumentSchema expected, Class<?> type) {
        PlainDocument plain = new PlainDocument(report);
        Optional<Map<String, @Nullable Object>> fields = plain.fields(document, path);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        DocumentUpgrade upgrade = upgradeOf(type);
        try {
            upgrade.upgrade(fields.get());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            report.add(
                    "json.document.upgrade",
                    path,
                    document.line(),
                    document.column(),
                    "cannot be upgraded to " + expected + ": " + Inspection.message(e),
                    Optional.empty());
            return Optional.empty();
        }
        fields.get().put("schema", expected.toString());
        return Optional.of(plain.node(fields.get(), document));
    }

    private static DocumentUpgrade upgradeOf(Class<?> type) {
        Class<? extends DocumentUpgrade> upgrade =
                type.getAnnotation(Document.class).upgrade();
        if (upgrade == DocumentUpgrade.None.class) {
            throw new IllegalStateException(type.getName() + " states no upgrade from the version before");
        }
        try {
            Constructor<? extends DocumentUpgrade> constructor = upgrade.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(upgrade.getName() + " needs a constructor without arguments", e);
        }
    }
}
