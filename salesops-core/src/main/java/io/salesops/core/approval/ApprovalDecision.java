package io.salesops.core.approval;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.crm.By;
import io.salesops.core.crm.UserId;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What one person decided.
 *
 * @param verdict the decision
 * @param by who decided and when
 * @param onBehalfOf the approver who is represented; absent where the person decides on his own authority
 * @param comment why, in the person's words
 */
@Value.Builder
@JsonDeserialize(builder = ApprovalDecisionBuilder.class)
public record ApprovalDecision(Verdict verdict, By by, Optional<UserId> onBehalfOf, Optional<String> comment) {

    /** Obtains an approval, for example {@code approve("ben", "2026-04-03T09:00:00Z")}. */
    public static ApprovalDecision approve(String who, String at) {
        return new ApprovalDecision(Verdict.APPROVE, By.of(who, at), Optional.empty(), Optional.empty());
    }

    /** Obtains a rejection with its reason. */
    public static ApprovalDecision reject(String who, String at, String comment) {
        return new ApprovalDecision(Verdict.REJECT, By.of(who, at), Optional.empty(), Optional.of(comment));
    }

    /** Returns the same decision, made for an approver who is represented. */
    public ApprovalDecision onBehalfOf(String approver) {
        return new ApprovalDecision(verdict, by, Optional.of(UserId.of(approver)), comment);
    }

    /** Starts a decision. */
    public static ApprovalDecisionBuilder builder() {
        return new ApprovalDecisionBuilder();
    }

    /** Whose authority the decision uses: that of the one who is represented, or the person's own. */
    public UserId authority() {
        return onBehalfOf.orElse(by.who());
    }

    /** Yes or no. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Verdict {
        /** It may go on. */
        APPROVE,
        /** It may not; one such decision settles the matter. */
        REJECT
    }
}
