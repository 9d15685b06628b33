package io.salesops.commission.incremental;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.Quota;
import io.salesops.core.money.DatedRate;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import javax.money.CurrencyUnit;

/**
 * A change of what statements are calculated from; the set of kinds is closed. A thing that moved in time, or to another
 * payee, is two changes: where it was, and where it is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(ChangeEvent.CreditChanged.class),
    @JsonSubTypes.Type(ChangeEvent.QuotaChanged.class),
    @JsonSubTypes.Type(ChangeEvent.RateChanged.class),
    @JsonSubTypes.Type(ChangeEvent.HierarchyChanged.class),
    @JsonSubTypes.Type(ChangeEvent.PayeeChanged.class),
    @JsonSubTypes.Type(ChangeEvent.PlanChanged.class)
})
public sealed interface ChangeEvent {

    /** Calls the case for this kind of change. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of change. */
    interface Cases<R> {
        R credit(CreditChanged change);

        R quota(QuotaChanged change);

        R rate(RateChanged change);

        R hierarchy(HierarchyChanged change);

        R payee(PayeeChanged change);

        R plan(PlanChanged change);
    }

    /** A credit was added, changed or removed: a deal was booked, split anew or cancelled. */
    @JsonTypeName("credit")
    record CreditChanged(PayeeId payee, LocalDate date) implements ChangeEvent {

        /** Obtains the change of a credit where it stands. */
        public static CreditChanged of(Credit credit) {
            return new CreditChanged(credit.payee(), credit.date());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.credit(this);
        }
    }

    /** A quota was added, changed or removed. */
    @JsonTypeName("quota")
    record QuotaChanged(PayeeId payee, DateRange period) implements ChangeEvent {

        /** Obtains the change of a quota, for example by relief. */
        public static QuotaChanged of(Quota quota) {
            return new QuotaChanged(PayeeId.of(quota.owner().value()), quota.period());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.quota(this);
        }
    }

    /** An exchange rate was added, changed or removed; it holds from its date until the next one. */
    @JsonTypeName("rate")
    record RateChanged(CurrencyUnit from, CurrencyUnit to, LocalDate date) implements ChangeEvent {

        /** Obtains the change of a rate. */
        public static RateChanged of(DatedRate rate) {
            return new RateChanged(rate.from(), rate.to(), rate.date());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rate(this);
        }
    }

    /**
     * Somebody reports to somebody else from a day on.
     *
     * @param payees whose rolled-up credits change: the managers above, before and after
     */
    @JsonTypeName("hierarchy")
    record HierarchyChanged(ImmutableSortedSet<PayeeId> payees, LocalDate from) implements ChangeEvent {

        /** Checks that somebody is concerned. */
        public HierarchyChanged {
            checkArgument(!payees.isEmpty(), "a change of the hierarchy from %s must concern somebody", from);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.hierarchy(this);
        }
    }

    /** A payee joined or left the plan, or the days of his employment changed. */
    @JsonTypeName("payee")
    record PayeeChanged(PayeeId payee) implements ChangeEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.payee(this);
        }
    }

    /**
     * A version of the plan was added, changed or removed.
     *
     * @param days on which the version holds, or held before
     */
    @JsonTypeName("plan")
    record PlanChanged(DateRange days) implements ChangeEvent {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.plan(this);
        }
    }
}
