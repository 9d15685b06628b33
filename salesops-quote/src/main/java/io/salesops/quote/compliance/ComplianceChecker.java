package io.salesops.quote.compliance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import io.salesops.quote.document.Quote;
import io.salesops.quote.pricing.PricedQuote;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * Checks priced quotes against a policy pack. Immutable and thread-safe: made once, kept, and asked often. Cost of a
 * quote: O(checks x lines).
 *
 * <table>
 * <caption>The checks</caption>
 * <tr><th>name<th>what is measured<th>limits
 * <tr><td>{@code discount.line}<td>how far a line is below list, header discount included<td>percent by level
 * <tr><td>{@code discount.blended}<td>how far the quote is below list<td>percent by level
 * <tr><td>{@code payment.days}<td>days to pay<td>days by level
 * <tr><td>{@code price.floor}<td>net unit price against the floor of the price book<td>none
 * <tr><td>{@code term.months}<td>months that a line runs<td>{@code min}, months by level
 * <tr><td>{@code quote.validity}<td>days until the quote expires; an expired one is a breach<td>days by level, or none
 * <tr><td>{@code line.free}<td>lines with a list price that are given away<td>none
 * </table>
 */
public final class ComplianceChecker {
    private final PolicyPack pack;
    private final ImmutableList<PreparedCheck> checks;
    private final Provenance.Input input;

    /** A check with its kind and its limits read. */
    private record PreparedCheck(PolicyCheck check, CheckKind kind, Limits limits) {}

    private ComplianceChecker(PolicyPack pack) {
        this.pack = pack;
        this.checks = pack.checks().stream()
                .map(check ->
                        new PreparedCheck(check, CheckKind.named(check.check()).orElseThrow(), Limits.of(check)))
                .collect(ImmutableList.toImmutableList());
        this.input = new Provenance.Input(pack.id(), pack.version(), SalesOpsJson.fingerprint(pack));
    }

    /**
     * Makes an engine.
     *
     * @throws FindingsException with every finding of {@link #check(PolicyPack)}, if one of them is an error
     */
    public static ComplianceChecker of(PolicyPack pack) {
        ImmutableList<Finding> findings = check(pack);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new FindingsException(findings);
        }
        return new ComplianceChecker(pack);
    }

    /** Returns everything that is wrong with a pack; never throws. */
    public static ImmutableList<Finding> check(PolicyPack pack) {
        return PackCheck.check(pack);
    }

    /**
     * Checks a priced quote on a day.
     *
     * @return the result of every check; a pack that is not in force on the day blocks, because nothing was checked
     */
    public ComplianceReport check(PricedQuote priced, AsOf asOf) {
        LocalDate date = asOf.date();
        Quote quote = priced.quote();
        boolean inForce = pack.effective().contains(date);
        ImmutableList<CheckResult> results = inForce
                ? checks.stream().map(check -> result(check, priced, date)).collect(ImmutableList.toImmutableList())
                : ImmutableList.of();
        return new ComplianceReport(
                quote.id(),
                quote.version(),
                pack.id(),
                pack.version(),
                date,
                inForce ? Optional.empty() : Optional.of(notInForce(date)),
                results,
                () -> Provenance.builder()
                        .engine("ComplianceChecker")
                        .putInputs("policyPack", input)
                        .putAllInputs(priced.computedFrom().inputs())
                        .addLookups("as of " + date)
                        .build());
    }

    private Finding notInForce(LocalDate date) {
        return Finding.error(
                        "compliance.pack.notEffective",
                        "",
                        "policy pack " + pack.id() + " " + pack.version() + " is in force " + pack.effective()
                                + ", not on " + date + "; none of its " + checks.size() + " checks was made")
                .maybe("Maybe load the version of that day.");
    }

    private static CheckResult result(PreparedCheck prepared, PricedQuote priced, LocalDate date) {
        ImmutableList<Measure> measures = prepared.kind().measure(priced, date);
        ImmutableList<Finding> breaches = measures.stream()
                .filter(measure -> measure.failed() || !prepared.limits().keeps(measure.value()))
                .map(measure -> breach(prepared, measure))
                .collect(ImmutableList.toImmutableList());
        // Where there is a lower bound only, the smallest value is the one that nearly broke it.
        boolean onlyMin = prepared.limits().min().isPresent()
                && prepared.limits().levels().isEmpty();
        Comparator<Measure> nearest = Comparator.comparing(Measure::value);
        String measured = measures.stream()
                .max(onlyMin ? nearest.reversed() : nearest)
                .map(worst -> words(prepared, worst))
                .orElse("nothing to check");
        return new CheckResult(prepared.check(), measured, breaches);
    }

    private static String words(PreparedCheck prepared, Measure measure) {
        boolean percent = prepared.kind().limits() == CheckKind.LimitKind.PERCENT;
        return measure.words() + prepared.limits().words(measure.value(), percent);
    }

    private static Finding breach(PreparedCheck prepared, Measure measure) {
        PolicyCheck check = prepared.check();
        Rational value = measure.value();
        ImmutableMap.Builder<String, String> evidence = ImmutableMap.builder();
        evidence.put("check", check.id()).put("value", value.toString()).put("owner", check.owner());
        Optional<String> level =
                measure.failed() ? Optional.empty() : prepared.limits().level(value);
        level.ifPresent(needed -> evidence.put("level", needed));
        boolean aboveAll = !measure.failed()
                && !prepared.limits().levels().isEmpty()
                && value.compareTo(prepared.limits().levels().lastKey()) > 0;
        String message = words(prepared, measure) + (aboveAll ? ": above every level" : "");
        return Finding.builder()
                .severity(check.consequence().severity())
                .code("compliance." + check.check())
                .path(measure.path())
                .message(message)
                .evidence(evidence.buildOrThrow())
                .build();
    }
}
