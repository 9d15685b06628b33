package io.salesops.quote.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSortedSet;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;

/**
 * Consideration that depends on what happens, as estimated and constrained by the user (606-10-32-5 to 32-14).
 *
 * @param id names it within the contract
 * @param amount the constrained estimate, in the contract's currency; a negative one is a rebate or a penalty
 * @param obligations those to which alone it relates (606-10-32-40); all of the contract where there is none
 */
public record VariableConsideration(String id, BigDecimal amount, ImmutableSortedSet<ObligationId> obligations) {

    /** Checks the id and drops trailing zeros. */
    public VariableConsideration {
        checkArgument(!id.isBlank(), "id of variable consideration must not be blank: '%s'", id);
        amount = Amounts.plain(amount);
    }
}
