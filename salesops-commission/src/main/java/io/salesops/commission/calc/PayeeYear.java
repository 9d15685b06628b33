package io.salesops.commission.calc;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.DatedPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.Quota;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * All facts on which one payee's statements depend. Credits of earlier periods belong to it: they make the attainment
 * with which a period starts. Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = PayeeYear.Builder.class)
public interface PayeeYear extends WithPayeeYear {

    /** Who is paid. */
    PayeeId payee();

    /**
     * By which plans the payee is paid on which days; unless any are stated, by each plan on its own days. A plan that is
     * not among them pays nothing.
     */
    ImmutableList<DatedPlan> plans();

    /** The payee's quotas; of several versions for one measure and period the latest holds. */
    ImmutableList<Quota> quotas();

    /** The credits, in any order; those that do not count are left out by reason. */
    ImmutableList<Credit> credits();

    /** The days of employment, on which credits count; all unless stated. */
    @Value.Default
    default DateRange employed() {
        return DateRange.always();
    }

    /**
     * What the payee owed for recoverable draws when the period of the quota began, or the plan, if that was later, by the id
     * of the draw; nothing unless stated.
     */
    ImmutableMap<String, MonetaryAmount> owed();

    /** Returns the days on which a plan pays the payee: its own, as far as {@link #plans()} name it; empty where there are none. */
    default Optional<DateRange> daysUnder(CommissionPlan plan) {
        return plans().isEmpty()
                ? Optional.of(plan.effective())
                : plans().stream()
                        .filter(dated -> dated.isOf(plan))
                        .findFirst()
                        .flatMap(dated -> dated.days().intersection(plan.effective()));
    }

    /** Starts a payee's facts. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds payees' facts. */
    final class Builder extends ImmutablePayeeYear.Builder {
        Builder() {}
    }
}
