package io.salesops.commission.credit;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Credits managers for what those below them were credited directly, by the hierarchy on the day of the event. Immutable
 * and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = RollUp.Builder.class)
public interface RollUp extends WithRollUp {

    /** What credits call the roll-up; unique among the rules and roll-ups. */
    String id();

    /** How many managers above the seller are credited, at least 1. */
    int levels();

    /**
     * The share of each level, from the nearest manager; all of the credit on every level where there are none. What a
     * level pays is the plan's business, so shares are for hierarchies that agree on one table.
     */
    ImmutableList<Rate> shares();

    /** The share of the seller, with which differences begin; it makes a credit of its own where stated. */
    Optional<Rate> own();

    /** Whether a level gets its share, or only what it has above those below it; all of it unless stated. */
    @Value.Default
    default Mode mode() {
        return Mode.FULL;
    }

    /** What the credits count for; that of the direct credit unless stated. */
    Optional<String> measure();

    /** The days of events for which the roll-up holds. */
    @Value.Default
    default DateRange effective() {
        return DateRange.always();
    }

    /** How shares of levels act together. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Mode {
        /** Each level gets its share. */
        FULL,
        /** Each level gets its share less the largest below it, and nothing where that is larger. */
        DIFFERENTIAL
    }

    /** Returns the share of a level, from 0 for the seller, with the mode applied. */
    default Rate shareAt(int level) {
        Rate share = stated(level);
        if (mode() == Mode.FULL) {
            return share;
        }
        Rate below = Rate.ZERO;
        for (int i = 0; i < level; i++) {
            below = below.compareTo(stated(i)) < 0 ? stated(i) : below;
        }
        return share.compareTo(below) > 0 ? share.minus(below) : Rate.ZERO;
    }

    private Rate stated(int level) {
        if (level == 0) {
            return own().orElse(Rate.ZERO);
        }
        return shares().isEmpty() ? Rate.ONE : shares().get(level - 1);
    }

    /** Starts a roll-up. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds roll-ups. */
    final class Builder extends ImmutableRollUp.Builder {
        Builder() {}
    }
}
