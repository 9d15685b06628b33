package io.salesops.territory.rule;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import org.immutables.value.Value;

/** Accounts that meet the criteria belong to the territory. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = AssignmentRule.Builder.class)
public interface AssignmentRule extends WithAssignmentRule {

    /** What decisions call the rule; unique among its rules. */
    String id();

    /** Where accounts that meet the criteria belong. */
    TerritoryId territory();

    /** What an account must meet; a missing field meets nothing and fails nothing. */
    Criteria<Account> when();

    /** Smaller numbers decide first; 100 unless stated. */
    @Value.Default
    default int priority() {
        return 100;
    }

    /** The days on which the rule holds; all unless stated. */
    @Value.Default
    default DateRange effective() {
        return DateRange.always();
    }

    /** Starts a rule. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds rules. */
    final class Builder extends ImmutableAssignmentRule.Builder {
        Builder() {}
    }
}
