package io.salesops.core.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * What became of the recurring revenue of the customers that there were at the start; new customers do not count. Immutable and
 * thread-safe.
 *
 * @param start recurring revenue at the start
 * @param expansion what customers added
 * @param contraction what customers took away, without leaving; not negative
 * @param churn what customers took away by leaving; not negative
 */
@Value.Builder
@JsonDeserialize(builder = RetentionBuilder.class)
public record Retention(
        MonetaryAmount start, MonetaryAmount expansion, MonetaryAmount contraction, MonetaryAmount churn) {

    /** Checks that the amounts are of one currency, and none negative. */
    public Retention {
        for (MonetaryAmount amount : List.of(expansion, contraction, churn)) {
            Amounts.sameCurrency(start, amount);
            checkArgument(!amount.isNegative(), "amounts of a retention must not be negative: %s", amount);
        }
        checkArgument(
                !contraction.add(churn).isGreaterThan(start),
                "customers cannot take away more than the start %s: %s and %s",
                start,
                contraction,
                churn);
    }

    /** Recurring revenue at the end. */
    @JsonIgnore
    public MonetaryAmount end() {
        return start.add(expansion).subtract(contraction).subtract(churn);
    }

    /** Net revenue retention: end over start; absent where there was nothing. */
    @JsonIgnore
    public Optional<Rate> net() {
        return overStart(end());
    }

    /** Gross revenue retention: start less contraction and churn, over start; never more than 100% nor than the net one. */
    @JsonIgnore
    public Optional<Rate> gross() {
        return overStart(start.subtract(contraction).subtract(churn));
    }

    private Optional<Rate> overStart(MonetaryAmount amount) {
        return start.isZero()
                ? Optional.empty()
                : Optional.of(new Rate(Amounts.exact(amount).dividedBy(Amounts.exact(start))));
    }
}
