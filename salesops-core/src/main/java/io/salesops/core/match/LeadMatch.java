package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.LeadId;
import io.salesops.core.explain.Outcome;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** The account that a lead belongs to, with every account that was considered and why it is not. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = LeadMatch.Builder.class)
public interface LeadMatch extends WithLeadMatch, Outcome {

    /** The lead. */
    LeadId lead();

    /** How it was matched. */
    Kind kind();

    /** The account; absent where there is none, or a tie. */
    Optional<AccountId> account();

    /** The accounts that no tie-breaker parts, by id; empty unless it is a tie. */
    ImmutableList<AccountId> tied();

    /** How a lead is matched. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Kind {
        /** The account has the name of the lead's company. */
        EXACT_NAME,
        /** The account has a close name, which evidence confirms. */
        CLOSE_NAME,
        /** The account has the lead's domain, and none has its name. */
        DOMAIN,
        /** Several accounts, which no tie-breaker parts. */
        TIE,
        /** No account. */
        NONE
    }

    /** Starts a match. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that there is an account exactly where one was found. */
    @Value.Check
    default void check() {
        boolean isMatched = kind() != Kind.TIE && kind() != Kind.NONE;
        checkArgument(isMatched == account().isPresent(), "%s is %s, but its account is %s", lead(), kind(), account());
        checkArgument((kind() == Kind.TIE) == (tied().size() > 1), "%s is %s, but tied are %s", lead(), kind(), tied());
    }

    /** Builds matches. */
    final class Builder extends ImmutableLeadMatch.Builder {
        Builder() {}
    }
}
