package io.salesops.core.explain;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One rule's effect on a sum.
 *
 * @param rule what acted
 * @param label what it did, in English, with the names of inputs in braces: {@code "{rate} of {base}"}
 * @param amount the signed change
 * @param residue the exact change less {@code amount}, where the step rounds
 * @param inputs the values that the label names, and others worth keeping
 * @param parts steps that make up this one, in the same unit; empty, or they sum to the amount
 */
@Value.Builder
@JsonDeserialize(builder = StepBuilder.class)
public record Step(
        RuleRef rule,
        String label,
        Quantity amount,
        Optional<Rational> residue,
        ImmutableMap<String, String> inputs,
        ImmutableList<Step> parts) {

    /** Checks that the parts make up the amount. */
    public Step {
        if (!parts.isEmpty()) {
            checkSum("step '" + label + "'", amount, parts);
        }
    }

    /** Obtains a step without residue, inputs and parts. */
    public static Step of(RuleRef rule, String label, Quantity amount) {
        return new Step(rule, label, amount, Optional.empty(), ImmutableMap.of(), ImmutableList.of());
    }

    /** Starts a step. */
    public static StepBuilder builder() {
        return new StepBuilder();
    }

    static void checkSum(String subject, Quantity total, ImmutableList<Step> steps) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Step step : steps) {
            checkArgument(
                    step.amount().unit().equals(total.unit()),
                    "%s is in %s, but its step '%s' is in %s",
                    subject,
                    total.unit(),
                    step.label(),
                    step.amount().unit());
            sum = sum.add(step.amount().value());
        }
        checkArgument(
                sum.compareTo(total.value()) == 0,
                "steps of %s must sum to %s, but sum to %s: %s",
                subject,
                total,
                sum,
                steps);
    }
}
