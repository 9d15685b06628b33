package io.salesops.commission.credit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.TeamId;
import io.salesops.core.money.Rate;

/** Among whom a split divides what it claims; shares always sum to 100%. The set of kinds is closed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(Recipients.Shares.class),
    @JsonSubTypes.Type(Recipients.Owner.class),
    @JsonSubTypes.Type(Recipients.DealSplit.class),
    @JsonSubTypes.Type(Recipients.TeamMembers.class)
})
public sealed interface Recipients {

    /** Calls the case for this kind of recipients. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of recipients. */
    interface Cases<R> {
        R shares(Shares shares);

        R owner(Owner owner);

        R dealSplit(DealSplit dealSplit);

        R teamMembers(TeamMembers teamMembers);
    }

    /**
     * Named payees, with shares that sum to exactly 100%.
     *
     * @param shares the share of each; not negative
     */
    @JsonTypeName("shares")
    record Shares(ImmutableMap<PayeeId, Rate> shares) implements Recipients {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.shares(this);
        }
    }

    /** The owner of the deal. */
    @JsonTypeName("owner")
    record Owner() implements Recipients {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.owner(this);
        }
    }

    /** Whom the deal itself names with shares; a rule with it passes over deals that name nobody. */
    @JsonTypeName("dealSplit")
    record DealSplit() implements Recipients {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.dealSplit(this);
        }
    }

    /**
     * The members of a team on the day of the event, in equal shares.
     *
     * @param team the team
     */
    @JsonTypeName("team")
    record TeamMembers(TeamId team) implements Recipients {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.teamMembers(this);
        }
    }
}
