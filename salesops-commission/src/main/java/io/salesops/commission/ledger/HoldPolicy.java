package io.salesops.commission.ledger;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How much of what is earned is held back, and until when: a versioned document. Each rule holds its share of the whole;
 * what no rule holds is payable at once. Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = HoldPolicy.Builder.class)
@Document(kind = "hold-policy", version = 1)
public interface HoldPolicy extends WithHoldPolicy {

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(HoldPolicy.class);
    }

    /** What results call the policy. */
    String id();

    /** Which version of the policy this is; a change makes a new one. */
    String version();

    /** The rules; those on one component hold at most all of it together. */
    ImmutableList<HoldRule> rules();

    /** How an amount is split into what each rule holds and what is payable at once; largest remainder unless stated. */
    @Value.Default
    default RoundingPolicy rounding() {
        return RoundingPolicy.halfUp();
    }

    /** What people should know about the policy. */
    Optional<String> note();

    /** Starts a policy. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds policies. */
    final class Builder extends ImmutableHoldPolicy.Builder {
        Builder() {}
    }
}
