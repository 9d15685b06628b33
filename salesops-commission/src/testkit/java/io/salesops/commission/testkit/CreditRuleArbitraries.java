package io.salesops.commission.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.credit.CreditItem;
import io.salesops.commission.credit.CreditRule;
import io.salesops.commission.credit.CreditRules;
import io.salesops.commission.credit.Recipients;
import io.salesops.commission.credit.RollUp;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TeamId;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.ResidueOwner;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.testkit.NearlyValid;
import io.salesops.core.testkit.NearlyValid.Flaw;
import io.salesops.core.time.DateRange;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Crediting rules that are sound, and some that nearly are. */
public final class CreditRuleArbitraries {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate MIDDLE = LocalDate.of(2026, 7, 1);

    private CreditRuleArbitraries() {}

    /** Shares of one to four sellers that sum to exactly 100%, some of whose decimals do not end. */
    public static Arbitrary<ImmutableMap<PayeeId, Rate>> shares() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 9).list().ofSize(4))
                .as((size, weights) -> {
                    long sum = weights.subList(0, size).stream()
                            .mapToLong(Integer::longValue)
                            .sum();
                    ImmutableMap.Builder<PayeeId, Rate> shares = ImmutableMap.builder();
                    for (int i = 0; i < size; i++) {
                        shares.put(
                                PayeeId.of(CreditEventArbitraries.SELLERS.get(i)),
                                new Rate(Rational.of(weights.get(i), sum)));
                    }
                    return shares.build();
                });
    }

    /** Recipients of all kinds. */
    public static Arbitrary<Recipients> recipients() {
        return Arbitraries.oneOf(
                shares().map(Recipients.Shares::new),
                Arbitraries.of(
                        new Recipients.Owner(),
                        new Recipients.DealSplit(),
                        new Recipients.TeamMembers(TeamId.of("emea"))));
    }

    private static Arbitrary<Criteria<CreditItem>> conditions() {
        return Arbitraries.of(
                Criteria.all(),
                CreditItem.PRODUCT.is(ProductId.of("B")),
                CreditItem.OWNER.in(RepId.of("ana"), RepId.of("cho")),
                CreditItem.DATE.atLeast(MIDDLE));
    }

    /** Splits of a priority. */
    public static Arbitrary<CreditRule.Split> splits(String id, int priority) {
        return Combinators.combine(
                        recipients(),
                        conditions(),
                        Arbitraries.of("100%", "100%", "60%", "1/3").map(Rate::of),
                        Arbitraries.of("", "named"))
                .as((to, when, claims, measure) -> CreditRule.Split.builder()
                        .id(id)
                        .priority(priority)
                        .to(to)
                        .when(when)
                        .claims(claims)
                        .measure(Optional.of(measure).filter(text -> !text.isEmpty()))
                        .build());
    }

    /** Overlays of one or two specialists. */
    public static Arbitrary<CreditRule.Overlay> overlays(String id, int priority) {
        return Combinators.combine(
                        Arbitraries.of("0%", "20%", "12.5%", "1/3", "110%").map(Rate::of),
                        Arbitraries.of(true, false),
                        conditions())
                .as((share, both, when) -> {
                    CreditRule.Overlay.Builder overlay = CreditRule.Overlay.builder()
                            .id(id)
                            .priority(priority)
                            .when(when)
                            .putShares(PayeeId.of("zoe"), share);
                    if (both) {
                        overlay.putShares(PayeeId.of("ana"), Rate.of("5%"));
                    }
                    return overlay.build();
                });
    }

    /** Rules of all kinds. */
    public static Arbitrary<CreditRule> creditRules() {
        return Arbitraries.oneOf(
                splits("split", 10).map(split -> split),
                overlays("overlay", 10).map(overlay -> overlay),
                exclusions().map(exclusion -> exclusion));
    }

    private static Arbitrary<CreditRule.Exclude> exclusions() {
        return Arbitraries.of("internal deal", "returned")
                .map(reason -> CreditRule.Exclude.builder()
                        .id("exclude")
                        .when(CreditItem.PRODUCT.is(ProductId.of("X")))
                        .reason(reason)
                        .build());
    }

    /** Roll-ups over one to three levels. */
    public static Arbitrary<RollUp> rollUps() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of("10%", "50%", "1/3", "100%")
                                .map(Rate::of)
                                .list()
                                .ofSize(3),
                        Arbitraries.of(true, false),
                        Arbitraries.of(RollUp.Mode.class),
                        Arbitraries.of("", "7%"))
                .as((levels, shares, all, mode, own) -> RollUp.builder()
                        .id("managers")
                        .levels(levels)
                        .shares(all ? List.of() : shares.subList(0, levels))
                        .mode(mode)
                        .own(Optional.of(own).filter(text -> !text.isEmpty()).map(Rate::of))
                        .build());
    }

    /** Documents of one to three splits, overlays, exclusions and roll-ups. */
    public static Arbitrary<CreditRules> creditRuleSets() {
        Arbitrary<RoundingPolicy> roundings = Arbitraries.of(
                RoundingPolicy.halfUp(),
                RoundingPolicy.builder().mode(RoundingMode.HALF_EVEN).build(),
                RoundingPolicy.builder().residue(ResidueOwner.LAST_KEY).build(),
                RoundingPolicy.builder()
                        .residue(ResidueOwner.NAMED_KEY)
                        .residueKey("ben")
                        .build());
        return Combinators.combine(
                        splits("first", 10),
                        splits("second", 20),
                        splits("rest", 100),
                        overlays("specialist", 10),
                        overlays("other-specialist", 20),
                        exclusions(),
                        rollUps(),
                        Combinators.combine(roundings, Arbitraries.integers().between(0, 31))
                                .as(Tuple::of))
                .as((first, second, rest, overlay, other, exclude, rollUp, how) -> {
                    int which = how.get2();
                    CreditRules.Builder rules =
                            CreditRules.builder().id("generated").version("1").rounding(how.get1());
                    rules.addRules(first);
                    add(rules, second, which & 1);
                    add(rules, rest, which & 2);
                    add(rules, overlay, which & 4);
                    add(rules, other, which & 4);
                    add(rules, exclude, which & 8);
                    if ((which & 16) != 0) {
                        rules.addRollUps(rollUp);
                    }
                    return rules.build();
                });
    }

    private static void add(CreditRules.Builder rules, CreditRule rule, int present) {
        if (present != 0) {
            rules.addRules(rule);
        }
    }

    /** Rules with one fault in what they mean. */
    public static Arbitrary<NearlyValid<CreditRules>> nearlyValidCreditRules() {
        return NearlyValid.from(
                creditRuleSets(),
                ImmutableList.of(
                        new Flaw<>(
                                "commission.credit.shares",
                                rules -> with(
                                        rules,
                                        split("fault")
                                                .withTo(new Recipients.Shares(ImmutableMap.of(
                                                        PayeeId.of("ana"),
                                                        Rate.of("50%"),
                                                        PayeeId.of("ben"),
                                                        Rate.of("49.99%")))))),
                        new Flaw<>(
                                "commission.credit.negative",
                                rules -> with(
                                        rules,
                                        split("fault")
                                                .withTo(new Recipients.Shares(ImmutableMap.of(
                                                        PayeeId.of("ana"),
                                                        Rate.of("110%"),
                                                        PayeeId.of("ben"),
                                                        Rate.of("-10%")))))),
                        new Flaw<>(
                                "commission.credit.claims",
                                rules -> with(rules, split("fault").withClaims(Rate.of("101%")))),
                        new Flaw<>("commission.rule.duplicate", rules -> with(rules, split("first"))),
                        new Flaw<>(
                                "commission.credit.levels",
                                rules -> rules.withRollUps(
                                        RollUp.builder().id("fault").levels(0).build())),
                        new Flaw<>(
                                "commission.credit.period", rules -> rules.withEffective(DateRange.of(FIRST, FIRST))),
                        new Flaw<>(
                                "commission.credit.overlap",
                                rules -> with(with(rules, split("fault")), split("other-fault")))));
    }

    private static CreditRule.Split split(String id) {
        return CreditRule.Split.builder()
                .id(id)
                .priority(7)
                .to(new Recipients.Owner())
                .build();
    }

    private static CreditRules with(CreditRules rules, CreditRule more) {
        return CreditRules.builder().from(rules).addRules(more).build();
    }
}
