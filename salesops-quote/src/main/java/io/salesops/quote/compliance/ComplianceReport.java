package io.salesops.quote.compliance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Candidate;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.quote.document.QuoteId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Every check of a pack with its result on one quote; a breach is a finding with a consequence.
 *
 * <p>Immutable and thread-safe. {@link #computedFrom()} fingerprints the quote each time it is asked.
 */
public final class ComplianceReport implements Outcome {
    private static final String PASSED = "passed";

    private final QuoteId quote;
    private final int quoteVersion;
    private final String pack;
    private final String packVersion;
    private final LocalDate date;
    private final Optional<Finding> notInForce;
    private final ImmutableList<CheckResult> results;
    private final Supplier<Provenance> provenance;

    ComplianceReport(
            QuoteId quote,
            int quoteVersion,
            String pack,
            String packVersion,
            LocalDate date,
            Optional<Finding> notInForce,
            ImmutableList<CheckResult> results,
            Supplier<Provenance> provenance) {
        this.quote = quote;
        this.quoteVersion = quoteVersion;
        this.pack = pack;
        this.packVersion = packVersion;
        this.date = date;
        this.notInForce = notInForce;
        this.results = results;
        this.provenance = provenance;
    }

    /**
     * A breached check.
     *
     * @param check the check
     * @param finding what breaks it; evidence {@code level} names the level that may grant it
     */
    public record Breach(PolicyCheck check, Finding finding) {}

    /** The quote that was checked. */
    public QuoteId quote() {
        return quote;
    }

    /** The day on which it was checked. */
    public LocalDate date() {
        return date;
    }

    /** The gravest consequence of a breach; empty where every check passed. */
    public Optional<Consequence> verdict() {
        return notInForce.isPresent()
                ? Optional.of(Consequence.BLOCK)
                : results.stream()
                        .filter(result -> !result.passed())
                        .map(result -> result.check().consequence())
                        .max(Comparator.naturalOrder());
    }

    /** The result of every check, in the order of the pack. */
    public ImmutableList<CheckResult> results() {
        return results;
    }

    /** The breaches, in the order of the pack and of the lines. */
    public ImmutableList<Breach> breaches() {
        return results.stream()
                .flatMap(result -> result.breaches().stream().map(finding -> new Breach(result.check(), finding)))
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    public ImmutableList<Finding> findings() {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        notInForce.ifPresent(findings::add);
        results.forEach(result -> findings.addAll(result.breaches()));
        return findings.build();
    }

    @Override
    public ImmutableList<Omission> omitted() {
        return ImmutableList.of();
    }

    @Override
    public Provenance computedFrom() {
        return provenance.get();
    }

    private String subject() {
        return quote + " v" + quoteVersion + " against " + pack + " " + packVersion + " on " + date;
    }

    private static String word(Optional<Consequence> consequence) {
        return consequence.map(Consequence::word).orElse(PASSED);
    }

    /**
     * The choice between the possible verdicts, from passed to block: each is a candidate with the checks that speak for it.
     */
    @Override
    public Explanation explanation() {
        String verdict = word(verdict());
        ImmutableList.Builder<Candidate> candidates = ImmutableList.builder();
        candidates.add(
                candidate(PASSED, results.stream().filter(CheckResult::passed).toList(), verdict));
        for (Consequence consequence : Consequence.values()) {
            candidates.add(candidate(
                    consequence.word(),
                    results.stream()
                            .filter(result -> !result.passed() && result.check().consequence() == consequence)
                            .toList(),
                    verdict));
        }
        return new Explanation.Choice(subject(), Optional.of(verdict), candidates.build());
    }

    private Candidate candidate(String word, List<CheckResult> speaking, String verdict) {
        ImmutableList.Builder<String> met = ImmutableList.builder();
        for (CheckResult result : speaking) {
            if (result.passed()) {
                met.add(result.check().id() + ": " + result.measured());
            } else {
                result.breaches().forEach(breach -> met.add(result.check().id() + ": " + breach.message()));
            }
        }
        boolean chosen = word.equals(verdict);
        if (chosen) {
            notInForce.ifPresent(finding -> met.add(finding.message()));
        }
        long breached = results.stream().filter(result -> !result.passed()).count();
        String failed = speaking.isEmpty() && !word.equals(PASSED)
                ? "no breached check asks for it"
                : breached + " of " + results.size() + " checks are breached, and " + verdict + " is graver";
        return Candidate.builder()
                .id(word)
                .chosen(chosen)
                .rule(new RuleRef(pack, packVersion, ""))
                .met(met.build())
                .failed(chosen ? Optional.empty() : Optional.of(failed))
                .build();
    }

    /** The report in English: the verdict, then a line for each breach, then the checks that passed. */
    @Override
    public String explain() {
        long passed = results.stream().filter(CheckResult::passed).count();
        StringBuilder text = new StringBuilder(subject())
                .append(": ")
                .append(word(verdict()))
                .append(" (")
                .append(results.size())
                .append(results.size() == 1 ? " check: " : " checks: ")
                .append(passed)
                .append(" passed, ")
                .append(results.size() - passed)
                .append(" breached)");
        notInForce.ifPresent(finding -> text.append("\n  ").append(finding.text()));
        int width = results.stream()
                .mapToInt(result -> result.check().id().length())
                .max()
                .orElse(0);
        results.stream()
                .filter(result -> !result.passed())
                .sorted(Comparator.comparing(
                                (CheckResult result) -> result.check().consequence())
                        .reversed())
                .forEach(result -> result.breaches()
                        .forEach(breach -> text.append(
                                        row(result.check().consequence().word(), result, breach.message(), width))
                                .append("  -> ")
                                .append(result.check().owner())));
        results.stream()
                .filter(CheckResult::passed)
                .forEach(result -> text.append(row(PASSED, result, result.measured(), width)));
        return text.toString();
    }

    private static String row(String word, CheckResult result, String message, int width) {
        return "\n  " + Strings.padEnd(word, "approval".length(), ' ') + "  "
                + Strings.padEnd(result.check().id(), width, ' ') + "  " + message;
    }

    /** A report as JSON. */
    record Document(
            QuoteId quote,
            Integer quoteVersion,
            String pack,
            String packVersion,
            LocalDate date,
            Optional<Finding> notInForce,
            ImmutableList<CheckResult> results,
            Provenance computedFrom) {}

    @JsonValue
    Document document() {
        return new Document(quote, quoteVersion, pack, packVersion, date, notInForce, results, computedFrom());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ComplianceReport of(Document document) {
        return new ComplianceReport(
                document.quote(),
                document.quoteVersion(),
                document.pack(),
                document.packVersion(),
                document.date(),
                document.notInForce(),
                document.results(),
                document::computedFrom);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ComplianceReport that && document().equals(that.document());
    }

    @Override
    public int hashCode() {
        return quote.hashCode();
    }

    @Override
    public String toString() {
        return subject() + ": " + word(verdict());
    }
}
