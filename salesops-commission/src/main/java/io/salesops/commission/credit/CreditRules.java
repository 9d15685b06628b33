package io.salesops.commission.credit;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.util.Optional;
import org.immutables.value.Value;

/** Who is credited for which event, and how much: a versioned document. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = CreditRules.Builder.class)
@Document(kind = "credit-rules", version = 1)
public interface CreditRules extends WithCreditRules {

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(CreditRules.class);
    }

    /** What credits call these rules. */
    String id();

    /** Which version of the rules this is; a change makes a new one. */
    String version();

    /** What people should know about the rules. */
    Optional<String> note();

    /** The days of events that are credited by these rules; all unless stated. */
    @Value.Default
    default DateRange effective() {
        return DateRange.always();
    }

    /** The rules; their order in the document means nothing. */
    ImmutableList<CreditRule> rules();

    /** How direct credits reach managers. */
    ImmutableList<RollUp> rollUps();

    /**
     * How credits are rounded: half up to the currency's decimals, splits by largest remainder unless stated. Where the
     * residue belongs to a payee who has no share, the largest remainder decides.
     */
    @Value.Default
    default RoundingPolicy rounding() {
        return RoundingPolicy.halfUp();
    }

    /** Starts rules. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds rules. */
    final class Builder extends ImmutableCreditRules.Builder {
        Builder() {}
    }
}
