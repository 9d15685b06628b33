package io.salesops.core.money;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.style.SalesOpsStyle;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * How a calculation rounds and who owns the residue. The rounding of the money provider is never used.
 *
 * <p>Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = RoundingPolicy.Builder.class)
public interface RoundingPolicy extends WithRoundingPolicy {

    /** The direction; half up, away from zero, unless stated. */
    @Value.Default
    default RoundingMode mode() {
        return RoundingMode.HALF_UP;
    }

    /** Decimals from 0 to 18; empty means the currency's own: JPY 0, USD 2, KWD 3. */
    OptionalInt scale();

    /** Who gets what is left when a whole is split; largest remainder unless stated. */
    @Value.Default
    default ResidueOwner residue() {
        return ResidueOwner.LARGEST_REMAINDER;
    }

    /** The key that gets the residue, where {@link #residue()} is {@link ResidueOwner#NAMED_KEY}. */
    Optional<String> residueKey();

    /** Half up to the currency's decimals, residue by largest remainder. */
    static RoundingPolicy halfUp() {
        return builder().build();
    }

    /** Half even to the currency's decimals, residue by largest remainder. */
    static RoundingPolicy halfEven() {
        return builder().mode(RoundingMode.HALF_EVEN).build();
    }

    /**
     * Returns the decimals of amounts in the currency.
     *
     * @throws IllegalArgumentException if neither the policy nor the currency states any (gold, test currencies)
     */
    default int scaleOf(CurrencyUnit currency) {
        int decimals = scale().orElse(currency.getDefaultFractionDigits());
        checkArgument(
                decimals >= 0,
                "currency %s has no minor units of its own. Maybe state the scale in the rounding policy.",
                currency);
        return decimals;
    }

    /**
     * Rounds an exact value to an amount.
     *
     * @throws ArithmeticException if the mode is UNNECESSARY and the value does not fit the scale
     */
    default MonetaryAmount round(Rational exact, CurrencyUnit currency) {
        return Amounts.of(exact.round(scaleOf(currency), mode()), currency);
    }

    /**
     * Rounds an amount.
     *
     * @throws ArithmeticException if the mode is UNNECESSARY and the amount does not fit the scale
     */
    default MonetaryAmount round(MonetaryAmount amount) {
        return round(Amounts.exact(amount), amount.getCurrency());
    }

    /** Starts a policy. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that the policy is complete. */
    @Value.Check
    default void check() {
        scale().ifPresent(decimals ->
                checkArgument(decimals >= 0 && decimals <= 18, "scale must be 0 to 18: %s", decimals));
        checkArgument(
                residueKey().isPresent() == (residue() == ResidueOwner.NAMED_KEY),
                "residueKey belongs to residue namedKey: residue is %s, residueKey is %s",
                residue(),
                residueKey().orElse("absent"));
    }

    /** Builds policies. */
    final class Builder extends ImmutableRoundingPolicy.Builder {
        Builder() {}
    }
}
