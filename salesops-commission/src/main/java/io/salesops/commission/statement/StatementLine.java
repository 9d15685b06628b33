package io.salesops.commission.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.commission.credit.CreditId;
import io.salesops.core.explain.Explained;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * What one credit did to the pay of one rule, with the attainment before and after.
 *
 * <p>A gate that withholds or releases, and a cap that limits, have lines of their own. Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = StatementLine.Builder.class)
public interface StatementLine extends WithStatementLine, Explained {

    /** The credit that acted. */
    CreditId credit();

    /** The day of the credit. */
    LocalDate date();

    /** The rule by which it acted. */
    String rule();

    /** Where the rule stands in the plan. */
    RuleRef ref();

    /** What was counted: an amount in the plan's currency, or units in XXX. */
    MonetaryAmount credited();

    /** What the line pays; negative where it takes back. */
    MonetaryAmount amount();

    /** The attainment of the rule's measure before the credit; absent where the rule has no quota. */
    Optional<Rate> attainmentBefore();

    /** The attainment of the rule's measure after the credit; absent where the rule has no quota. */
    Optional<Rate> attainmentAfter();

    /** The portion of each tier that the credit touches; empty for gates and caps. */
    ImmutableList<TierPortion> tiers();

    /** What the line pays for each unit that was credited, before rounding; absent without tiers or credited amount. */
    default Optional<Rate> blendedRate() {
        return tiers().stream()
                .map(portion -> portion.share(credited()))
                .flatMap(Optional::stream)
                .reduce(Rate::plus);
    }

    @Override
    default Explanation explanation() {
        String subject = credit() + " on " + date() + ", " + StatementText.money(credited()) + ", " + rule()
                + attainmentAfter()
                        .map(after -> ", attainment "
                                + attainmentBefore().map(StatementText::percent).orElse("none") + " to "
                                + StatementText.percent(after))
                        .orElse("");
        return new Explanation.Sum(subject, StatementText.quantity(amount()), steps());
    }

    private ImmutableList<Step> steps() {
        if (tiers().isEmpty()) {
            String label = amount().isZero()
                    ? "{rule} pays nothing"
                    : amount().isNegative() ? "{rule} takes back" : "{rule} adds";
            return ImmutableList.of(Step.builder()
                    .rule(ref())
                    .label(label)
                    .amount(StatementText.quantity(amount()))
                    .putInputs("rule", rule())
                    .build());
        }
        return tiers().stream().map(this::step).collect(ImmutableList.toImmutableList());
    }

    private Step step(TierPortion portion) {
        return StatementText.tierStep(ref(), rule(), portion, portion.exact().minus(Amounts.exact(portion.pays())));
    }

    /** Starts a line. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that the portions sum to the line. */
    @Value.Check
    default void check() {
        // Most credits lie in one tier: then nothing needs to be added up, or named.
        boolean one =
                tiers().size() == 1 && Amounts.number(tiers().get(0).pays()).compareTo(Amounts.number(amount())) == 0;
        if (!tiers().isEmpty() && !one) {
            StatementText.checkSum(
                    "line " + credit() + " of " + rule(),
                    amount(),
                    tiers().stream().map(TierPortion::pays).toList());
        }
    }

    /** Builds lines. */
    final class Builder extends ImmutableStatementLine.Builder {
        Builder() {}
    }
}
