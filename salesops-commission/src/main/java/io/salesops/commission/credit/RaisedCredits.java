package io.salesops.commission.credit;

import io.salesops.commission.credit.Credit.Role;
import io.salesops.commission.credit.Portion.Origin;
import io.salesops.commission.credit.Portion.Parcel;
import io.salesops.commission.credit.RuleBook.Placed;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rational;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rolls a direct credit up to the managers of the day of its event. */
final class RaisedCredits {
    private RaisedCredits() {}

    /** Returns what the payee and the managers above get of his portion; a circle goes to {@code findings}. */
    static List<Portion> raise(
            RuleBook book, SalesOrg org, CreditEvent event, Portion portion, List<Finding> findings) {
        List<Portion> raised = new ArrayList<>();
        PayeeId seller = portion.origin().payee().orElseThrow();
        for (Placed<RollUp> placed : book.rollUps()) {
            RollUp rollUp = placed.rule();
            if (!rollUp.effective().contains(event.date())) {
                continue;
            }
            RoundingMode mode = book.rules().rounding().mode();
            if (rollUp.own().isPresent()) {
                raised.add(portion(placed, portion, seller, 0, mode));
            }
            Set<RepId> chain = new LinkedHashSet<>();
            RepId below = RepId.of(seller.value());
            chain.add(below);
            for (int level = 1; level <= rollUp.levels(); level++) {
                Optional<RepId> manager = org.hierarchy().managerOf(below, event.date());
                if (manager.isEmpty()) {
                    break;
                }
                below = manager.get();
                if (!chain.add(below)) {
                    findings.add(circle(event, rollUp, chain, below));
                    break;
                }
                raised.add(portion(placed, portion, PayeeId.of(below.value()), level, mode));
            }
        }
        return raised;
    }

    private static Portion portion(Placed<RollUp> placed, Portion direct, PayeeId payee, int level, RoundingMode mode) {
        RollUp rollUp = placed.rule();
        Rational share = rollUp.shareAt(level).value();
        Parcel parcel = direct.parcel().times(share, mode);
        Rational exact = Rational.of(direct.parcel().amount()).times(share);
        return new Portion(
                new Origin(
                        rollUp.id(),
                        placed.ref(),
                        Role.ROLL_UP,
                        Optional.of(payee),
                        level,
                        direct.origin().payee(),
                        rollUp.measure().orElse(direct.origin().measure()),
                        share,
                        ""),
                parcel,
                exact.minus(Rational.of(parcel.amount())));
    }

    private static Finding circle(CreditEvent event, RollUp rollUp, Set<RepId> chain, RepId again) {
        String names = chain.stream().map(RepId::value).collect(Collectors.joining(", "));
        return Finding.error(
                        "commission.credit.circle",
                        "/events/" + event.id(),
                        "roll-up " + rollUp.id() + " of event " + event.id() + " meets " + again + " twice on "
                                + event.date() + ": " + names + ", " + again)
                .withEvidence(Map.of("event", event.id().value(), "circle", names))
                .maybe("Maybe one of them has the wrong manager.");
    }
}
