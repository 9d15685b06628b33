package io.salesops.commission.credit;

import io.salesops.commission.credit.Credit.Role;
import io.salesops.commission.credit.CreditRule.Exclude;
import io.salesops.commission.credit.CreditRule.Overlay;
import io.salesops.commission.credit.CreditRule.Split;
import io.salesops.commission.credit.Portion.Origin;
import io.salesops.commission.credit.Portion.Parcel;
import io.salesops.commission.credit.Pot.Slot;
import io.salesops.commission.credit.RuleBook.Placed;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Judgement;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.RepId;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Nearest;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Credits one item by the rules. Belongs to one call. */
final class ItemCrediting {
    private final RuleBook book;
    private final SalesOrg org;
    private final CreditItem item;
    private final CreditEvent event;
    private final int scale;
    private final List<Finding> findings;

    private ItemCrediting(RuleBook book, SalesOrg org, CreditItem item, List<Finding> findings) {
        this.book = book;
        this.org = org;
        this.item = item;
        this.findings = findings;
        event = item.event();
        scale = book.rules().rounding().scaleOf(event.amount().getCurrency());
    }

    /** Fills the pots of an item of a sound event; what is wrong goes to {@code findings}. */
    static ItemCredits of(RuleBook book, SalesOrg org, CreditItem item, List<Finding> findings) {
        return new ItemCrediting(book, org, item, findings).credit();
    }

    private ItemCredits credit() {
        BigDecimal amount = Amounts.number(item.amount()).setScale(scale, RoundingMode.UNNECESSARY);
        Optional<ItemCredits.Exclusion> exclusion = excludedBy();
        if (exclusion.isPresent()) {
            return ItemCredits.excluded(item, exclusion.get(), amount);
        }
        Parcel whole = new Parcel(amount, item.units(), item.margin().map(Amounts::number));
        return ItemCredits.of(item, fill(new Pot(event.amount().getCurrency(), scale, whole)));
    }

    private Optional<ItemCredits.Exclusion> excludedBy() {
        for (Placed<Exclude> placed : book.exclusions()) {
            if (holds(placed.rule())) {
                return Optional.of(new ItemCredits.Exclusion(
                        placed.rule().id(), placed.rule().reason(), placed.ref()));
            }
        }
        return Optional.empty();
    }

    private Pot fill(Pot pot) {
        Map<Slot, Rational> weights = new TreeMap<>();
        Map<Slot, Origin> origins = new TreeMap<>();
        Rational rest = Rational.ONE;
        for (List<Placed<Split>> samePriority : book.splits().values()) {
            if (rest.signum() == 0) {
                break;
            }
            List<Placed<Split>> met = samePriority.stream()
                    .filter(placed -> claims(placed.rule()))
                    .toList();
            if (met.size() > 1) {
                conflict(met.get(0).rule(), met.get(1).rule(), met.get(0).rule().priority());
            } else if (met.size() == 1) {
                Split split = met.get(0).rule();
                Map<PayeeId, Rational> shares = shares(split);
                Rational claimed = shares.isEmpty()
                        ? Rational.ZERO
                        : rest.times(split.claims().value());
                for (Map.Entry<PayeeId, Rational> share : shares.entrySet()) {
                    Slot slot = new Slot(share.getKey().value(), split.id());
                    Rational weight = claimed.times(share.getValue());
                    weights.put(slot, weight);
                    origins.put(
                            slot,
                            origin(met.get(0).ref(), split, Role.DIRECT, share.getKey(), weight, split.measure()));
                }
                rest = rest.minus(claimed);
            }
        }
        if (rest.signum() > 0) {
            Slot nobody = new Slot("", "");
            weights.put(nobody, rest);
            origins.put(nobody, nobody(rest));
        }
        RoundingPolicy rounding = book.rules().rounding();
        pot.divide(pot.left(), weights, rounding).forEach((slot, cut) -> {
            Origin origin = origins.get(slot);
            if (origin != null) {
                Portion portion = new Portion(origin, cut.parcel(), cut.residue());
                origin.payee().ifPresent(payee -> {
                    known(payee);
                    RaisedCredits.raise(book, org, event, portion, findings).forEach(raised -> {
                        raised.origin().payee().ifPresent(this::known);
                        portion.raised().add(raised);
                    });
                });
                pot.direct().add(portion);
            }
        });
        overlays(pot);
        return pot;
    }

    private Origin nobody(Rational rest) {
        String why = rest.equals(Rational.ONE)
                ? "no split is met"
                : "splits claim only " + new Rate(Rational.ONE.minus(rest));
        return new Origin(
                "",
                book.ref("/rules"),
                Role.DIRECT,
                Optional.empty(),
                0,
                Optional.empty(),
                measure(Optional.empty()),
                rest,
                why);
    }

    private void overlays(Pot pot) {
        Map<PayeeId, Overlay> taken = new TreeMap<>();
        for (Placed<Overlay> placed : book.overlays()) {
            Overlay overlay = placed.rule();
            if (!holds(overlay)) {
                continue;
            }
            Map<Slot, Rational> weights = new TreeMap<>();
            Map<Slot, Origin> origins = new TreeMap<>();
            new TreeMap<>(overlay.shares()).forEach((payee, share) -> {
                Overlay other = taken.putIfAbsent(payee, overlay);
                if (other == null) {
                    Slot slot = new Slot(payee.value(), overlay.id());
                    known(payee);
                    weights.put(slot, share.value());
                    origins.put(
                            slot, origin(placed.ref(), overlay, Role.OVERLAY, payee, share.value(), overlay.measure()));
                } else if (other.priority() == overlay.priority()) {
                    conflict(other, overlay, overlay.priority());
                }
            });
            Rational sum = weights.values().stream().reduce(Rational.ZERO, Rational::plus);
            Parcel whole = pot.left().times(sum, book.rules().rounding().mode());
            Map<Slot, Pot.Cut> cuts = sum.signum() == 0
                    ? Map.of()
                    : pot.divide(whole, weights, book.rules().rounding());
            origins.forEach((slot, origin) -> {
                Parcel parcel = Optional.ofNullable(cuts.get(slot))
                        .map(Pot.Cut::parcel)
                        .orElseGet(() -> pot.left()
                                .times(Rational.ZERO, book.rules().rounding().mode()));
                Rational exact = Rational.of(pot.left().amount()).times(origin.share());
                pot.overlays().add(new Portion(origin, parcel, exact.minus(Rational.of(parcel.amount()))));
            });
        }
    }

    private Origin origin(
            RuleRef ref, CreditRule rule, Role role, PayeeId payee, Rational share, Optional<String> measure) {
        return new Origin(
                rule.id(),
                ref,
                role,
                Optional.of(payee),
                0,
                Optional.empty(),
                measure(measure),
                share,
                String.join("; ", rule.when().judge(item).met()));
    }

    private String measure(Optional<String> stated) {
        return stated.orElseGet(() -> event.basis().measure());
    }

    private boolean claims(Split split) {
        return holds(split)
                && !(split.to() instanceof Recipients.DealSplit && event.split().isEmpty());
    }

    /** A rule that a missing field leaves undecided decides nothing, and is named. */
    private boolean holds(CreditRule rule) {
        if (!rule.effective().contains(event.date())) {
            return false;
        }
        Criteria<CreditItem> when = rule.when();
        Truth truth = when.test(item);
        if (truth == Truth.UNKNOWN) {
            Judgement judgement = when.judge(item);
            findings.add(Finding.warning(
                            "commission.credit.undecided",
                            path(),
                            "rule " + rule.id() + " cannot be decided for " + name() + ": "
                                    + String.join(", ", judgement.unknown()))
                    .withEvidence(Map.of("event", event.id().value(), "rule", rule.id()))
                    .maybe("Maybe fill in what is missing."));
        }
        return truth == Truth.TRUE;
    }

    private Map<PayeeId, Rational> shares(Split split) {
        return split.to().match(new Recipients.Cases<>() {
            @Override
            public Map<PayeeId, Rational> shares(Recipients.Shares shares) {
                return exact(shares.shares());
            }

            @Override
            public Map<PayeeId, Rational> owner(Recipients.Owner owner) {
                return event.owner()
                        .map(rep -> Map.of(PayeeId.of(rep.value()), Rational.ONE))
                        .orElseGet(() -> nobody(
                                "commission.event.owner",
                                "/owner",
                                "no owner, to whom rule " + split.id() + " gives it",
                                "Maybe the CRM lost its owner."));
            }

            @Override
            public Map<PayeeId, Rational> dealSplit(Recipients.DealSplit dealSplit) {
                return exact(event.split());
            }

            @Override
            public Map<PayeeId, Rational> teamMembers(Recipients.TeamMembers team) {
                List<PayeeId> members = new ArrayList<>();
                Optional.ofNullable(org.teamsById().get(team.team()))
                        .ifPresent(found ->
                                found.membersOn(event.date()).forEach(rep -> members.add(PayeeId.of(rep.value()))));
                if (members.isEmpty()) {
                    return nobody(
                            "commission.credit.team",
                            "/date",
                            "team " + team.team() + ", to which rule " + split.id() + " gives it, has no members on "
                                    + event.date(),
                            "Maybe the team is not among the teams of the organisation.");
                }
                Map<PayeeId, Rational> equal = new TreeMap<>();
                members.forEach(member -> equal.put(member, Rational.of(1, members.size())));
                return equal;
            }
        });
    }

    private static Map<PayeeId, Rational> exact(Map<PayeeId, Rate> shares) {
        Map<PayeeId, Rational> exact = new TreeMap<>();
        shares.forEach((payee, share) -> exact.put(payee, share.value()));
        return exact;
    }

    /** The event is left out because of the finding, so nobody needs to get its shares. */
    private Map<PayeeId, Rational> nobody(String code, String at, String problem, String remedy) {
        findings.add(Finding.error(code, path() + at, name() + " has " + problem)
                .withEvidence(Map.of("event", event.id().value()))
                .maybe(remedy));
        return Map.of();
    }

    private void known(PayeeId payee) {
        if (!org.reps().isEmpty() && !org.repsById().containsKey(RepId.of(payee.value()))) {
            findings.add(Finding.error(
                            "commission.credit.payee",
                            path(),
                            name() + " is to be credited to " + payee + ", whom nobody knows")
                    .withEvidence(Map.of("event", event.id().value(), "payee", payee.value()))
                    .maybe(Nearest.to(
                                    payee.value(),
                                    org.repsById().keySet().stream()
                                            .map(Object::toString)
                                            .toList())
                            .map(near -> "Maybe " + near + " was meant.")
                            .orElse("Maybe the payee is missing among the reps.")));
        }
    }

    private void conflict(CreditRule first, CreditRule second, int priority) {
        findings.add(Finding.error(
                        "commission.credit.conflict",
                        path(),
                        name() + " meets " + first.id() + " and " + second.id() + ", both of priority " + priority)
                .withEvidence(Map.of("event", event.id().value(), "first", first.id(), "second", second.id()))
                .maybe("Maybe one of them should come first."));
    }

    private String name() {
        return "event " + event.id()
                + item.line().map(line -> " line " + line.id()).orElse("");
    }

    private String path() {
        return "/events/" + event.id()
                + item.line().map(line -> "/lines/" + line.id()).orElse("");
    }
}
