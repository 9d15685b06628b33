package io.salesops.commission.credit;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who is credited for the items that meet a condition; the set of kinds is closed.
 *
 * <p>Splits form a cascade: of those that an item meets, the one with the smallest priority claims first, and the next
 * claims from what is left. Overlays come on top of that. What an exclusion meets is credited to nobody.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(CreditRule.Split.class),
    @JsonSubTypes.Type(CreditRule.Overlay.class),
    @JsonSubTypes.Type(CreditRule.Exclude.class)
})
public sealed interface CreditRule {

    /** What credits call the rule; unique among the rules and roll-ups. */
    String id();

    /** What an item must meet; a missing field meets nothing and fails nothing. */
    Criteria<CreditItem> when();

    /** The days of events for which the rule holds. */
    DateRange effective();

    /** Calls the case for this kind of rule. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of rule. */
    interface Cases<R> {
        R split(Split split);

        R overlay(Overlay overlay);

        R exclude(Exclude exclude);
    }

    /** Divides an item, or a share of what earlier splits left of it, without rest. Immutable and thread-safe. */
    @Value.Immutable
    @SalesOpsStyle
    @JsonTypeName("split")
    @JsonDeserialize(builder = Split.Builder.class)
    non-sealed interface Split extends CreditRule, WithSplit {

        @Override
        String id();

        @Override
        @Value.Default
        default Criteria<CreditItem> when() {
            return Criteria.all();
        }

        @Override
        @Value.Default
        default DateRange effective() {
            return DateRange.always();
        }

        /** Smaller numbers claim first; 100 unless stated. Two splits of one priority must not meet in an item. */
        @Value.Default
        default int priority() {
            return 100;
        }

        /** Among whom it is divided. */
        Recipients to();

        /** How much of what earlier splits left is claimed, above 0% and up to 100%; all of it unless stated. */
        @Value.Default
        default Rate claims() {
            return Rate.ONE;
        }

        /** What the credits count for; what the basis of the event counts for unless stated. */
        Optional<String> measure();

        @Override
        default <R> R match(Cases<R> cases) {
            return cases.split(this);
        }

        /** Starts a split. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds splits. */
        final class Builder extends ImmutableSplit.Builder {
            Builder() {}
        }
    }

    /** Credits payees on top of the splits; shares need not sum to anything. Immutable and thread-safe. */
    @Value.Immutable
    @SalesOpsStyle
    @JsonTypeName("overlay")
    @JsonDeserialize(builder = Overlay.Builder.class)
    non-sealed interface Overlay extends CreditRule, WithOverlay {

        @Override
        String id();

        @Override
        @Value.Default
        default Criteria<CreditItem> when() {
            return Criteria.all();
        }

        @Override
        @Value.Default
        default DateRange effective() {
            return DateRange.always();
        }

        /** Of two overlays that credit one payee for one item the smaller number counts; 100 unless stated. */
        @Value.Default
        default int priority() {
            return 100;
        }

        /** The share of each payee in the item; not negative. */
        ImmutableMap<PayeeId, Rate> shares();

        /** What the credits count for; what the basis of the event counts for unless stated. */
        Optional<String> measure();

        @Override
        default <R> R match(Cases<R> cases) {
            return cases.overlay(this);
        }

        /** Starts an overlay. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds overlays. */
        final class Builder extends ImmutableOverlay.Builder {
            Builder() {}
        }
    }

    /** Leaves items out, whatever other rules say. Immutable and thread-safe. */
    @Value.Immutable
    @SalesOpsStyle
    @JsonTypeName("exclude")
    @JsonDeserialize(builder = Exclude.Builder.class)
    non-sealed interface Exclude extends CreditRule, WithExclude {

        @Override
        String id();

        @Override
        Criteria<CreditItem> when();

        @Override
        @Value.Default
        default DateRange effective() {
            return DateRange.always();
        }

        /** Why, as omissions state it. */
        String reason();

        @Override
        default <R> R match(Cases<R> cases) {
            return cases.exclude(this);
        }

        /** Starts an exclusion. */
        static Builder builder() {
            return new Builder();
        }

        /** Builds exclusions. */
        final class Builder extends ImmutableExclude.Builder {
            Builder() {}
        }
    }
}
