package io.salesops.examples;

import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Quantity;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.money.MonetaryAmount;

/** Prints sections with numbered titles and indented lines. */
final class Printer {
    private static final int FINDINGS_PER_CODE = 1;

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

    /** The amount with the code of its currency and its usual decimals. */
    static String text(MonetaryAmount amount) {
        String currency = amount.getCurrency().getCurrencyCode();
        int decimals = Math.max(0, amount.getCurrency().getDefaultFractionDigits());
        return currency + " " + Quantity.of(Amounts.number(amount), currency).grouped(decimals);
    }

    /** Prints what a result found and what it left out. */
    void outcome(Outcome outcome) {
        findings(outcome.findings());
        omitted(outcome.omitted());
    }

    /** Prints the first finding of each code, and how many more there are. */
    void findings(Collection<Finding> findings) {
        findings(findings, Map.of());
    }

    /** Prints the first finding of each code, and how many more there are by counts that know of findings not kept. */
    void findings(Collection<Finding> findings, Map<String, Long> counts) {
        Map<String, List<Finding>> byCode = new LinkedHashMap<>();
        findings.forEach(finding -> byCode.computeIfAbsent(finding.code(), code -> new ArrayList<>())
                .add(finding));
        byCode.forEach((code, ofCode) -> {
            ofCode.stream().limit(FINDINGS_PER_CODE).forEach(finding -> line("%s", finding.text()));
            long all = Math.max(ofCode.size(), counts.getOrDefault(code, 0L));
            if (all > FINDINGS_PER_CODE) {
                line("  and %,d more %s", all - FINDINGS_PER_CODE, code);
            }
        });
    }

    /** Prints what was left out, with its count and the first few. */
    void omitted(Collection<Omission> omissions) {
        omissions.forEach(omission -> line(
                "left out: %,d %s%s",
                omission.count(),
                omission.reason(),
                omission.examples().isEmpty() ? "" : ": " + String.join(", ", omission.examples())));
    }
}
