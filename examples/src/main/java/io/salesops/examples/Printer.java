package io.salesops.examples;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints sections with numbered titles and indented lines. */
final class Printer {
    private static final int FINDINGS_PER_CODE = 2;

    private final PrintStream out;
    private int sections;

    Printer(PrintStream out) {
        this.out = out;
    }

    void section(String title) {
        sections++;
        out.printf(Locale.ROOT, "%n%d. %s%n", sections, title);
    }

    void line(String format, Object... values) {
        out.printf(Locale.ROOT, "   " + format + "%n", values);
    }

    /** Prints a text of several lines as it is, indented. */
    void text(String text) {
        text.lines().forEach(line -> out.println("   " + line));
    }

    /** Prints the first lines of a text, and how many more there are. */
    void text(String text, int most) {
        List<String> lines = text.lines().toList();
        lines.stream().limit(most).forEach(line -> out.println("   " + line));
        if (lines.size() > most) {
            line("... and %,d more lines", lines.size() - most);
        }
    }

    /** Prints the first findings of each code. */
    void findings(ImmutableList<Finding> findings) {
        Map<String, List<Finding>> byCode = new LinkedHashMap<>();
        findings.forEach(finding -> byCode.computeIfAbsent(finding.code(), code -> new ArrayList<>())
                .add(finding));
        byCode.values()
                .forEach(ofCode ->
                        ofCode.stream().limit(FINDINGS_PER_CODE).forEach(finding -> line("%s", finding.text())));
    }
}
