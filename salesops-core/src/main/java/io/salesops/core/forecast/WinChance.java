package io.salesops.core.forecast;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.explain.Explained;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How likely a deal is to be won at all, whenever that may be, with what each of its fields says.
 *
 * @param deal the deal
 * @param chance from 0.0001 to 0.9999
 * @param bits what speaks for it, in bits of odds by field: 1 doubles the odds, -1 halves them; {@code "prior"} is what is known
 *     without looking at the deal
 */
public record WinChance(OpportunityId deal, double chance, ImmutableMap<String, Double> bits) implements Explained {
    private static final int DECIMALS = 4;

    /** The bits as a sum, each rounded to four decimals. */
    @Override
    public Explanation explanation() {
        BigDecimal sum = BigDecimal.ZERO;
        com.google.common.collect.ImmutableList.Builder<Step> steps = com.google.common.collect.ImmutableList.builder();
        for (java.util.Map.Entry<String, Double> field : bits.entrySet()) {
            BigDecimal bit = BigDecimal.valueOf(field.getValue()).setScale(DECIMALS, RoundingMode.HALF_EVEN);
            sum = sum.add(bit);
            steps.add(Step.of(
                    new RuleRef("naive Bayes", "1", "/" + field.getKey()), field.getKey(), Quantity.of(bit, "bits")));
        }
        return new Explanation.Sum("odds of winning " + deal, Quantity.of(sum, "bits"), steps.build());
    }
}
