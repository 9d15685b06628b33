package io.salesops.core.approval;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.approval.ApprovalDecision.Verdict;
import io.salesops.core.explain.Candidate;
import io.salesops.core.explain.Explained;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Finding;
import io.salesops.core.style.SalesOpsStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A request with what was decided on it so far.
 *
 * <p>One that breaks the segregation of duties cannot be built: nobody approves his own, or lets it be approved on his
 * behalf; each person and each authority counts once; a settled request is decided no further. Whether somebody was
 * allowed to represent another is seen by {@link ApprovalDesk}. Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Approval.Builder.class)
public interface Approval extends WithApproval, Explained {

    /** The rule by which it is decided. */
    ApprovalRule rule();

    /** What is decided. */
    ApprovalRequest request();

    /** The decisions in the order in which they were made. */
    ImmutableList<ApprovalDecision> decisions();

    /** How far it has come. */
    default State state() {
        if (decisions().stream().anyMatch(decision -> decision.verdict() == Verdict.REJECT)) {
            return State.REJECTED;
        }
        return decisions().size() >= rule().needed() ? State.APPROVED : State.PENDING;
    }

    /** Whether it was approved, and is what was asked for under this subject. */
    default boolean approves(String subject) {
        return state() == State.APPROVED && request().subject().equals(subject);
    }

    /** Which state holds and why not the others. */
    @Override
    default Explanation explanation() {
        State state = state();
        RuleRef ref = new RuleRef(rule().id(), rule().version(), "/needed");
        String words = decisions().stream().map(ApprovalWords::of).collect(Collectors.joining(", "));
        String count = decisions().size() + " of " + rule().needed() + " approvals";
        return new Explanation.Choice(
                request().subject(),
                Optional.of(ApprovalWords.of(state)),
                Stream.of(State.values())
                        .map(each -> Candidate.builder()
                                .id(ApprovalWords.of(each))
                                .chosen(each == state)
                                .rule(ref)
                                .addAllMet(
                                        each != state || decisions().isEmpty()
                                                ? ImmutableList.<String>of()
                                                : ImmutableList.of(words))
                                .failed(
                                        each == state
                                                ? Optional.empty()
                                                : Optional.of(
                                                        state == State.REJECTED
                                                                ? words
                                                                : each == State.REJECTED ? "nobody rejected" : count))
                                .build())
                        .collect(ImmutableList.toImmutableList()));
    }

    /** Obtains a request on which nothing was decided. */
    static Approval of(ApprovalRule rule, ApprovalRequest request) {
        return builder().rule(rule).request(request).build();
    }

    /** Starts an approval. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the segregation of duties for every decision. */
    @Value.Check
    default void check() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < decisions().size(); i++) {
            findings.addAll(Segregation.check(
                    rule(), request(), decisions().subList(0, i), decisions().get(i)));
        }
        checkArgument(
                findings.isEmpty(), "%s", findings.stream().map(Finding::text).collect(Collectors.joining("; ")));
    }

    /** Builds approvals. */
    final class Builder extends ImmutableApproval.Builder {
        Builder() {}
    }

    /** How far a request has come. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum State {
        /** Decisions are missing. */
        PENDING,
        /** Enough people approved and nobody rejected. */
        APPROVED,
        /** Somebody rejected. */
        REJECTED
    }
}
