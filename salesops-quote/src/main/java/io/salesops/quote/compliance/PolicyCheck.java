package io.salesops.quote.compliance;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** One check with its limits, consequence and owner. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = PolicyCheck.Builder.class)
public interface PolicyCheck extends WithPolicyCheck {

    /** Names the check within its pack. */
    String id();

    /** What is checked, for example {@code discount.line}; {@link ComplianceChecker} lists them. */
    String check();

    /** What a breach demands. */
    Consequence consequence();

    /** Who decides about a breach. */
    String owner();

    /**
     * Limits by level: the value that a level may grant by itself, in. The lowest limit passes without asking; a value above
     * it needs the lowest level whose limit it keeps. {@code min} is a lower bound, and a level named {@code max} stands
     * for nobody in particular. Percentages, days or months as text: {@code "15%"}, {@code "60"}.
     */
    ImmutableMap<String, String> limits();

    /** A remark for people. */
    Optional<String> note();

    /** Starts a check. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds checks. */
    final class Builder extends ImmutablePolicyCheck.Builder {
        Builder() {}
    }
}
