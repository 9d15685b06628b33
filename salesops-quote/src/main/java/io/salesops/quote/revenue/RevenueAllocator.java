package io.salesops.quote.revenue;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.explain.StepBuilder;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Allocation;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.quote.revenue.AllocatedPrice.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * Allocates the transaction price of a contract to its performance obligations (FASB ASC 606-10-32-28 to 32-41; IFRS 15.73
 * to 86). Immutable and thread-safe.
 *
 * <p>The price is allocated in proportion to stand-alone selling prices. A discount belongs to some obligations alone where
 * evidence shows that they are regularly sold together at that discount. An obligation without an observable price gets
 * what the others leave, if that lies in the range of its prices. Shares are exact until they are split by largest
 * remainder: they sum to the price. O(n log n) for n obligations.
 */
public final class RevenueAllocator {
    private final RevenuePolicy policy;
    private final Fingerprint fingerprint;

    private RevenueAllocator(RevenuePolicy policy) {
        this.policy = policy;
        fingerprint = SalesOpsJson.fingerprint(policy);
    }

    /** Makes an engine; whatever a policy can state is valid. */
    public static RevenueAllocator of(RevenuePolicy policy) {
        return new RevenueAllocator(policy);
    }

    /**
     * Allocates the price of a contract.
     *
     * @return the allocation, whose findings tell of stated prices outside their range, of bundles that do not bear the
     *     discount, and of a price above the stand-alone prices; or all findings that refuse it
     */
    public Checked<PriceAllocation> allocate(RevenueContract contract) {
        List<Finding> findings = new ArrayList<>(RevenueCheck.of(policy, contract));
        if (!findings.isEmpty()) {
            return Checked.refused(findings);
        }
        PriceSplit split = new PriceSplit(policy, contract);
        split.split();
        if (split.findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return Checked.refused(split.findings);
        }
        MonetaryAmount total = total(contract);
        Map<ObligationId, Rational> weights = split.shares;
        if (total.isZero()) {
            // Nothing is split in any proportion.
            weights.replaceAll((id, share) -> Rational.ONE);
        }
        Allocation<ObligationId> allocation = Allocation.of(total, weights, policy.rounding());
        return Checked.accepted(written(contract, total, split, allocation), split.findings);
    }

    private static MonetaryAmount total(RevenueContract contract) {
        MonetaryAmount total = contract.price();
        for (VariableConsideration variable : contract.variable()) {
            total = total.add(Amounts.of(variable.amount(), total.getCurrency()));
        }
        return Amounts.of(total);
    }

    private PriceAllocation written(
            RevenueContract contract, MonetaryAmount total, PriceSplit split, Allocation<ObligationId> allocation) {
        ImmutableList.Builder<AllocatedPrice> shares = ImmutableList.builder();
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        for (PerformanceObligation obligation : contract.obligations()) {
            ObligationId id = obligation.id();
            Allocation.Share share = allocation.shares().get(id);
            if (share == null) {
                throw new IllegalStateException("obligation without share: " + id);
            }
            Rational exact = Amounts.exact(share.amount()).plus(share.residue());
            AllocatedPrice allocated = new AllocatedPrice(
                    id,
                    split.methods.getOrDefault(id, Method.RELATIVE),
                    Optional.ofNullable(split.standAlone.get(id)),
                    exact,
                    share.amount(),
                    split.variable.getOrDefault(id, Rational.ZERO));
            shares.add(allocated);
            steps.add(step(allocated, share.residue()));
        }
        return PriceAllocation.builder()
                .contract(contract)
                .total(total)
                .shares(shares.build())
                .findings(split.findings)
                .explanation(new Explanation.Sum(
                        "transaction price of contract " + contract.id() + ", "
                                + contract.obligations().size() + " obligations",
                        quantity(total),
                        steps.build()))
                .computedFrom(Provenance.builder()
                        .engine("RevenueAllocator")
                        .putInputs("policy", new Provenance.Input(policy.id(), policy.version(), fingerprint))
                        .putInputs(
                                "contract",
                                new Provenance.Input(contract.id().value(), "1", SalesOpsJson.fingerprint(contract)))
                        .build())
                .build();
    }

    private Step step(AllocatedPrice share, Rational residue) {
        String label = switch (share.method()) {
            case RELATIVE -> "{obligation}: in proportion to its stand-alone price {standAlone}";
            case STAND_ALONE -> "{obligation}: at its stand-alone price {standAlone}";
            case BUNDLE -> "{obligation}: its part of a bundle, stand-alone price {standAlone}";
            case RESIDUAL -> "{obligation}: what the others leave";
        };
        StepBuilder step = Step.builder()
                .rule(new RuleRef(policy.id(), policy.version(), ""))
                .label(share.variable().signum() == 0 ? label : label + ", {variable} of it variable")
                .amount(quantity(share.amount()))
                .residue(residue)
                .putInputs("obligation", share.obligation().value());
        share.standAlone().ifPresent(price -> step.putInputs("standAlone", price.toString()));
        if (share.variable().signum() != 0) {
            step.putInputs("variable", share.variable().toString());
        }
        return step.build();
    }

    static Quantity quantity(MonetaryAmount amount) {
        return Quantity.of(Amounts.number(amount), amount.getCurrency().getCurrencyCode());
    }
}
