package io.salesops.commission.credit;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Outcome;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** Credits in one currency; each step names the rate and its day. Credits without a rate are left out and named. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = ConvertedCredits.Builder.class)
public interface ConvertedCredits extends WithConvertedCredits, Outcome {

    /** The converted credits, in the order in which they came. */
    ImmutableList<Credit> credits();

    /** Starts converted credits. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds converted credits. */
    final class Builder extends ImmutableConvertedCredits.Builder {
        Builder() {}
    }
}
