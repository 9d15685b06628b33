package io.salesops.commission.ledger;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.ledger.DisputeFlow.Actor;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.core.crm.By;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * Moves disputes by a flow. What an accepted dispute grants is posted as a correction, which no later run takes back.
 * Immutable and thread-safe.
 */
public final class DisputeDesk {
    private final DisputeFlow flow;

    private DisputeDesk(DisputeFlow flow) {
        this.flow = flow;
    }

    /** Obtains the desk of a flow. */
    public static DisputeDesk of(DisputeFlow flow) {
        return new DisputeDesk(flow);
    }

    /** Returns the dispute in another state than accepted; refused where the flow does not allow the move, or not to this person. */
    public Checked<Dispute> move(Dispute dispute, DisputeState to, By by, String comment) {
        List<Finding> findings = findings(dispute, to, by);
        if (to == DisputeState.ACCEPTED) {
            findings.add(Finding.error(
                            "commission.dispute.granted",
                            "/steps",
                            "dispute " + dispute.id() + " is accepted without amount")
                    .maybe("Maybe call accept, which says how much is granted."));
        }
        return findings.isEmpty()
                ? Checked.accepted(with(dispute, new Dispute.Step(to, by, words(comment), Optional.empty())))
                : Checked.refused(findings);
    }

    /**
     * Returns the accepted dispute with the entry of its outcome, none where nothing is granted. Refused where the flow does
     * not allow it, where more is granted than was claimed, or in another currency.
     *
     * @param granted between nothing and the claim
     * @param open the period in which it is posted
     */
    public Checked<Outcome> accept(Dispute dispute, MonetaryAmount granted, FiscalPeriod open, By by, String comment) {
        List<Finding> findings = findings(dispute, DisputeState.ACCEPTED, by);
        if (!isWithin(granted, dispute.claim())) {
            findings.add(Finding.error(
                            "commission.dispute.granted",
                            "/steps",
                            "dispute " + dispute.id() + " claims " + dispute.claim() + ", and " + granted
                                    + " is granted")
                    .maybe("Maybe what was not claimed is a correction of its own."));
        }
        if (open.from().isBefore(dispute.origin().from())) {
            findings.add(Finding.error(
                    "commission.dispute.period",
                    "/origin",
                    "dispute " + dispute.id() + " is about " + dispute.origin() + ", after the open period " + open));
        }
        if (!findings.isEmpty()) {
            return Checked.refused(findings);
        }
        Dispute accepted =
                with(dispute, new Dispute.Step(DisputeState.ACCEPTED, by, words(comment), Optional.of(granted)));
        return Checked.accepted(new Outcome(
                accepted,
                granted.isZero() ? ImmutableList.of() : ImmutableList.of(correction(dispute, granted, open, by))));
    }

    private static LedgerEntry correction(Dispute dispute, MonetaryAmount granted, FiscalPeriod open, By by) {
        return LedgerEntry.builder()
                .id(LedgerEntryId.of("dispute/" + dispute.id()))
                .kind(Kind.ADJUSTMENT)
                .payee(dispute.payee())
                .component(dispute.component())
                .source(dispute.source())
                .origin(dispute.origin())
                .postedIn(open)
                .amount(granted)
                .plan(dispute.plan())
                .reason("dispute " + dispute.id() + ": " + dispute.reason())
                .by(by)
                .build();
    }

    private List<Finding> findings(Dispute dispute, DisputeState to, By by) {
        List<Finding> findings = new ArrayList<>();
        Optional<Actor> allowed = flow.actor(dispute.state(), to);
        if (allowed.isEmpty()) {
            findings.add(Finding.error(
                            "commission.dispute.move",
                            "/steps",
                            "dispute " + dispute.id() + " cannot go from " + dispute.state() + " to " + to)
                    .maybe("Maybe it is one of " + flow.next(dispute.state()) + "."));
        }
        Actor actor = by.who().equals(dispute.raised().who()) ? Actor.CLAIMANT : Actor.REVIEWER;
        if (allowed.filter(other -> other != actor).isPresent()) {
            findings.add(Finding.error(
                            "commission.dispute.actor",
                            "/steps",
                            by.who() + ", who " + (actor == Actor.CLAIMANT ? "raised" : "did not raise") + " dispute "
                                    + dispute.id() + ", must not move it from " + dispute.state() + " to " + to)
                    .maybe("Maybe somebody else does: nobody decides on his own claim."));
        }
        By last = dispute.steps().isEmpty()
                ? dispute.raised()
                : dispute.steps().get(dispute.steps().size() - 1).by();
        if (by.at().isBefore(last.at())) {
            findings.add(Finding.error(
                    "commission.dispute.time",
                    "/steps",
                    "dispute " + dispute.id() + " cannot be moved at " + by.at() + ", before " + last.at()));
        }
        return findings;
    }

    private static boolean isWithin(MonetaryAmount granted, MonetaryAmount claim) {
        return granted.getCurrency()
                        .getCurrencyCode()
                        .equals(claim.getCurrency().getCurrencyCode())
                && (granted.isZero() || granted.signum() == claim.signum())
                && Amounts.number(granted).abs().compareTo(Amounts.number(claim).abs()) <= 0;
    }

    private static Dispute with(Dispute dispute, Dispute.Step step) {
        return Dispute.builder().from(dispute).addSteps(step).build();
    }

    private static Optional<String> words(String comment) {
        return Optional.of(comment).filter(text -> !text.isBlank());
    }

    /**
     * What accepting a dispute leads to.
     *
     * @param dispute the accepted dispute
     * @param entries what is to be posted
     */
    public record Outcome(Dispute dispute, ImmutableList<LedgerEntry> entries) {}
}
