package io.salesops.commission.review;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PlanFunctions;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reviews plans before they pay anyone.
 *
 * <p>It reports everything that {@link CommissionCalculator#check} does, and what is legal but rarely meant: bounds that end
 * in .99, rates that fall, cliffs and what the smallest unit pays there, SPIFFs without limit, a ladder of clawbacks beside
 * tiers that jump; with facts also a circular hierarchy, missing quotas and exchange rates, and splits that are not the
 * whole. Immutable and thread-safe; a review costs some hundred statements of a few credits.
 */
public final class PlanReviewer {
    private static final PlanReviewer STANDARD = new PlanReviewer(PlanFunctions.none());

    private final PlanFunctions functions;

    private PlanReviewer(PlanFunctions functions) {
        this.functions = functions;
    }

    /** The reviewer of plans that name no functions of the application. */
    public static PlanReviewer standard() {
        return STANDARD;
    }

    /** Obtains the reviewer of plans that name functions of the application. */
    public static PlanReviewer of(PlanFunctions functions) {
        return new PlanReviewer(functions);
    }

    /** Reviews a plan by itself. */
    public PlanReview review(CommissionPlan plan) {
        return review(plan, ReviewFacts.none());
    }

    /** Reviews a plan with what is known around it. */
    public PlanReview review(CommissionPlan plan, ReviewFacts facts) {
        List<Finding> findings = new ArrayList<>(CommissionCalculator.check(plan, functions));
        boolean usable = findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        findings.addAll(RuleReview.of(plan));
        findings.addAll(FactReview.of(plan, facts));
        Optional<PayoutProbe> probe = usable ? PayoutProbe.of(plan, functions) : Optional.empty();
        ImmutableList<PreviewedCliff> cliffs = probe.map(PayoutProbe::cliffs).orElse(ImmutableList.of());
        Optional<PreviewedCliff> largest = cliffs.stream()
                .max((one, other) -> one.cliff().pays().compareTo(other.cliff().pays()));
        cliffs.forEach(cliff ->
                findings.add(cliff.finding(largest.filter(cliff::equals).isPresent())));
        ImmutableList<PlanReview.Point> curve = probe.map(PayoutProbe::curve).orElse(ImmutableList.of());
        return PlanReview.builder()
                .plan(plan.id())
                .planVersion(plan.version())
                .curve(curve)
                .largestCliff(largest.map(PreviewedCliff::cliff))
                .explanation(probe.map(PayoutProbe::atFull)
                        .orElseGet(() -> new Explanation.Sum(
                                "plan " + plan.id() + " v" + plan.version() + " cannot be used",
                                Quantity.of(
                                        java.math.BigDecimal.ZERO,
                                        plan.currency().getCurrencyCode()),
                                ImmutableList.of())))
                .computedFrom(Provenance.builder()
                        .engine("PlanReviewer")
                        .putInputs(
                                "plan",
                                new Provenance.Input(
                                        plan.id().value(),
                                        plan.version(),
                                        Fingerprint.ofText(SalesOpsJson.write(plan))))
                        .putInputs(
                                "facts",
                                new Provenance.Input(
                                        "facts",
                                        Integer.toString(facts.payees().size()),
                                        Fingerprint.ofText(SalesOpsJson.write(facts))))
                        .build())
                .findings(findings)
                .build();
    }
}
