package io.salesops.commission.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.core.time.FiscalPeriod;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * What the postings of one kind, component, source and origin are to sum to.
 *
 * @param kind what is posted
 * @param component the rule of the plan it belongs to, or what else it is for
 * @param source the deal, invoice or payment it goes back to
 * @param origin the period whose figures it belongs to
 * @param amount the sum, signed as {@link Kind} says
 */
@Value.Builder
@JsonDeserialize(builder = PostingTargetBuilder.class)
public record PostingTarget(Kind kind, String component, String source, FiscalPeriod origin, MonetaryAmount amount) {

    /** Checks that component and source carry text. */
    public PostingTarget {
        checkArgument(!component.isBlank(), "component of a posting target must not be blank: '%s'", component);
        checkArgument(!source.isBlank(), "source of a posting target must not be blank: '%s'", source);
    }

    /** Starts a target. */
    public static PostingTargetBuilder builder() {
        return new PostingTargetBuilder();
    }
}
