package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Pays each deal by itself: the credits of one source together, whatever else is credited. Needs no quota; what each deal
 * pays is rounded.
 *
 * @param id what statements call the rule
 * @param measure what is paid
 * @param mode how its tiers pay
 * @param tiers rates by the size of the deal; bounds are figures
 * @param atLeast the least that a deal pays once it pays anything
 * @param atMost the most that a deal pays
 */
@JsonTypeName("perDeal")
@Value.Builder
@JsonDeserialize(builder = PerDealBuilder.class)
public record PerDeal(
        String id,
        String measure,
        TierMode mode,
        ImmutableList<Tier> tiers,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<BigDecimal> atLeast,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<BigDecimal> atMost)
        implements EarningRule {

    /** Drops trailing zeros of the limits. */
    public PerDeal {
        atLeast = atLeast.map(Amounts::plain);
        atMost = atMost.map(Amounts::plain);
    }

    @Override
    public <R> R match(Kinds<R> kinds) {
        return kinds.perDeal(this);
    }
}
