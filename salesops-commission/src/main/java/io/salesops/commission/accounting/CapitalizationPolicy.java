package io.salesops.commission.accounting;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How incremental costs of obtaining a contract become expense (FASB ASC 340-40): a versioned document. Immutable and
 * thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = CapitalizationPolicy.Builder.class)
@Document(kind = "capitalization-policy", version = 1)
public interface CapitalizationPolicy extends WithCapitalizationPolicy {

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(CapitalizationPolicy.class);
    }

    /** What results call the policy. */
    String id();

    /** Which version of the policy this is; a change makes a new one. */
    String version();

    /**
     * The practical expedient (340-40-25-4): costs that would be amortised over so many months or fewer are expensed when
     * incurred; 12 unless stated, 0 where the expedient is not elected, 12 at most.
     */
    @Value.Default
    default int expenseUpToMonths() {
        return 12;
    }

    /** How the amortisation runs; by months unless stated. */
    @Value.Default
    default Method method() {
        return Method.MONTHS;
    }

    /** How a month's expense is rounded; the last month takes what is left. */
    @Value.Default
    default RoundingPolicy rounding() {
        return RoundingPolicy.halfUp();
    }

    /** What people should know about the policy. */
    Optional<String> note();

    /** How a straight line is cut. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Method {
        /** Every month from the first day of benefit bears the same. */
        MONTHS,
        /** Every day bears the same; each calendar month bears its days. */
        DAYS
    }

    /** Starts a policy. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the months of the expedient. */
    @Value.Check
    default void check() {
        checkArgument(
                expenseUpToMonths() >= 0 && expenseUpToMonths() <= 12,
                "costs may be expensed at once up to 12 months, not %s. Maybe the period was meant in months.",
                expenseUpToMonths());
    }

    /** Builds policies. */
    final class Builder extends ImmutableCapitalizationPolicy.Builder {
        Builder() {}
    }
}
