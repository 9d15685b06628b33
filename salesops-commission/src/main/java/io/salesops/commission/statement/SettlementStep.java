package io.salesops.commission.statement;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.explain.RuleRef;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * What a rule on paying out adds to what was earned, or keeps back from it.
 *
 * @param kind what is done
 * @param rule the rule that does it
 * @param ref where the rule stands in the plan
 * @param subject the deal, or the days of the draw
 * @param amount what it adds to what is payable; negative where it keeps back
 * @param owed what the payee owes after it; absent where nothing is ever owed
 */
@Value.Builder
@JsonDeserialize(builder = SettlementStepBuilder.class)
public record SettlementStep(
        Kind kind, String rule, RuleRef ref, String subject, MonetaryAmount amount, Optional<MonetaryAmount> owed) {

    /** Starts a step. */
    public static SettlementStepBuilder builder() {
        return new SettlementStepBuilder();
    }

    /** What is done. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Kind {
        /** A draw is paid ahead of earnings. */
        DRAW_ADVANCE,
        /** Earnings pay back a draw. */
        RECOVERY,
        /** What is owed need not be paid back; it changes nothing that is payable. */
        FORGIVENESS,
        /** Pay is raised to what is guaranteed. */
        GUARANTEE,
        /** Pay is held back. */
        RESERVE,
        /** Pay is no longer held back. */
        RELEASE
    }
}
