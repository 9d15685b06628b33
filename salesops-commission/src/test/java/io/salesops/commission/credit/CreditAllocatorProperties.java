package io.salesops.commission.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.credit.Credit.Role;
import io.salesops.commission.testkit.CreditArbitraries;
import io.salesops.commission.testkit.CreditArbitraries.CreditCase;
import io.salesops.commission.testkit.CreditEventArbitraries;
import io.salesops.commission.testkit.CreditRuleArbitraries;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.testkit.NearlyValid;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CreditAllocatorProperties {

    @Property
    void directCreditsAndWhatNobodyHasSumToEachEvent(@ForAll("cases") CreditCase one) {
        Credits credits = one.credits();
        assertThat(credits.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
        Map<String, BigDecimal> sums = new TreeMap<>();
        credits.credits().stream()
                .filter(credit -> credit.role() == Role.DIRECT)
                .forEach(credit -> sums.merge(credit.source(), ReferenceCrediting.number(credit), BigDecimal::add));
        credits.uncredited()
                .forEach(each -> sums.merge(each.event().value(), Amounts.number(each.amount()), BigDecimal::add));
        for (CreditEvent event : one.events()) {
            assertThat(sums.getOrDefault(event.source(), BigDecimal.ZERO))
                    .as("sum of %s", event)
                    .isEqualByComparingTo(Amounts.number(event.amount()));
        }
    }

    @Property
    void unitsAndMarginsAreConserved(@ForAll("events") CreditEvent event, @ForAll("shares") Recipients.Shares to) {
        CreditRules rules = CreditRules.builder()
                .id("all")
                .version("1")
                .addRules(CreditRule.Split.builder().id("all").to(to).build())
                .build();
        List<Credit> credits = CreditAllocator.of(rules)
                .credit(event, SalesOrg.none(), CreditArbitraries.END)
                .orThrow()
                .credits();
        BigDecimal units = BigDecimal.ZERO;
        BigDecimal margin = BigDecimal.ZERO;
        for (CreditItem item : CreditItem.of(event)) {
            units = units.add(item.units().orElse(BigDecimal.ZERO));
            margin = margin.add(item.margin().map(Amounts::number).orElse(BigDecimal.ZERO));
        }
        assertThat(credits.stream()
                        .map(credit -> credit.units().orElseThrow())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(units);
        assertThat(credits.stream()
                        .map(credit -> Amounts.number(credit.margin().orElseThrow()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(margin);
    }

    @Property
    void agreesWithTheRulesWordsWrittenDown(
            @ForAll("largestRemainder") CreditRules rules,
            @ForAll("orgs") SalesOrg org,
            @ForAll("events") CreditEvent event) {
        EventCredits credits = CreditAllocator.of(rules)
                .credit(event, org, CreditArbitraries.END)
                .orThrow();
        assertThat(ReferenceCrediting.cents(credits)).isEqualTo(ReferenceCrediting.cents(rules, org, event));
    }

    @Property
    void theOrderOfEventsAndRulesMeansNothing(@ForAll("cases") CreditCase one, @ForAll Random random) {
        List<CreditEvent> events = new ArrayList<>(one.events());
        Collections.shuffle(events, random);
        List<CreditRule> rules = new ArrayList<>(one.rules().rules());
        Collections.shuffle(rules, random);

        Credits sameRules = new CreditCase(one.rules(), one.org(), ImmutableList.copyOf(events)).credits();
        Credits shuffled =
                new CreditCase(one.rules().withRules(rules), one.org(), ImmutableList.copyOf(events)).credits();

        assertThat(sameRules).isEqualTo(one.credits());
        assertThat(shuffled.credits().stream().map(credit -> credit.withRule(Optional.empty())))
                .isEqualTo(one.credits().credits().stream()
                        .map(credit -> credit.withRule(Optional.empty()))
                        .toList());
        assertThat(shuffled.uncredited()).isEqualTo(one.credits().uncredited());
    }

    @Property
    void batchesTogetherGiveWhatOneBatchGives(@ForAll("cases") CreditCase one, @ForAll int salt) {
        List<CreditEvent> first = new ArrayList<>();
        List<CreditEvent> second = new ArrayList<>();
        for (CreditEvent event : one.events()) {
            String family = event.reverses().orElse(event.id()).value();
            ((family.hashCode() ^ salt) % 2 == 0 ? first : second).add(event);
        }
        List<Credit> both = new ArrayList<>();
        both.addAll(new CreditCase(one.rules(), one.org(), ImmutableList.copyOf(first))
                .credits()
                .credits());
        both.addAll(new CreditCase(one.rules(), one.org(), ImmutableList.copyOf(second))
                .credits()
                .credits());

        assertThat(both).containsExactlyInAnyOrderElementsOf(one.credits().credits());
    }

    @Property
    void takingBackAllLeavesNothingToAnybody(@ForAll("cases") CreditCase one) {
        List<CreditEvent> events = new ArrayList<>(one.events());
        for (CreditEvent event : one.events()) {
            if (event.reverses().isEmpty()) {
                long left = one.events().stream()
                        .filter(other -> other.id().equals(event.id())
                                || other.reverses().equals(Optional.of(event.id())))
                        .mapToLong(other ->
                                Amounts.number(other.amount()).movePointRight(2).longValueExact())
                        .sum();
                events.add(CreditEventArbitraries.refund(event, "Z-" + event.id(), CreditArbitraries.END.date(), left));
            }
        }
        Credits credits = new CreditCase(one.rules(), one.org(), ImmutableList.copyOf(events)).credits();
        assertThat(credits.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);

        Map<String, BigDecimal> amounts = new TreeMap<>();
        Map<String, BigDecimal> others = new TreeMap<>();
        for (Credit credit : credits.credits()) {
            String key = credit.payee() + " " + credit.measure() + " " + credit.role() + " " + credit.level() + " "
                    + credit.rule();
            amounts.merge(key, ReferenceCrediting.number(credit), BigDecimal::add);
            credit.units().ifPresent(units -> others.merge("units " + key, units, BigDecimal::add));
            credit.margin().ifPresent(margin -> others.merge("margin " + key, Amounts.number(margin), BigDecimal::add));
        }
        assertThat(amounts.values()).allSatisfy(sum -> assertThat(sum).isZero());
        assertThat(others.values()).allSatisfy(sum -> assertThat(sum).isZero());
    }

    @Property
    void eachLevelGetsWhatThoseBelowItGotDirectly(
            @ForAll("orgs") SalesOrg org,
            @ForAll("eventLists") ImmutableList<CreditEvent> events,
            @ForAll("shares") Recipients.Shares to) {
        int levels = 3;
        CreditRules rules = CreditRules.builder()
                .id("up")
                .version("1")
                .addRules(CreditRule.Split.builder().id("all").to(to).build())
                .addRollUps(RollUp.builder().id("managers").levels(levels).build())
                .build();
        List<Credit> credits = new CreditCase(rules, org, events).credits().credits();
        Map<String, Long> expected = new TreeMap<>();
        Map<String, Long> found = new TreeMap<>();
        Map<String, CreditEvent> bySource = new TreeMap<>();
        events.forEach(event -> bySource.put(event.source(), event));
        for (Credit credit : credits) {
            if (credit.role() == Role.ROLL_UP) {
                found.merge(
                        credit.source() + " " + credit.level() + " " + credit.payee(),
                        ReferenceCrediting.cents(credit),
                        Long::sum);
                continue;
            }
            // A reversal goes to the managers of the day of what it reverses.
            CreditEvent event = bySource.getOrDefault(credit.source(), events.get(0));
            CreditEvent root = event.reverses()
                    .map(id -> bySource.getOrDefault(id.value(), event))
                    .orElse(event);
            List<RepId> chain =
                    org.hierarchy().managersOf(RepId.of(credit.payee().value()), root.date());
            for (int level = 1; level <= Math.min(levels, chain.size()); level++) {
                expected.merge(
                        credit.source() + " " + level + " " + chain.get(level - 1),
                        ReferenceCrediting.cents(credit),
                        Long::sum);
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    @Property
    void oneEventAskedAloneHasTheSameCredits(@ForAll("cases") CreditCase one) {
        Credits credits = one.credits();
        CreditAllocator allocator = CreditAllocator.of(one.rules());
        for (CreditEvent event : one.events()) {
            EventCredits alone = allocator
                    .explain(event.id(), one.events(), one.org(), CreditArbitraries.END)
                    .orThrow();
            assertThat(alone.credits())
                    .containsExactlyInAnyOrderElementsOf(credits.credits().stream()
                            .filter(credit -> credit.source().equals(event.source()))
                            .toList());
            JsonLaws.roundTrips(alone, EventCredits.class);
        }
        JsonLaws.roundTrips(credits, Credits.class);
    }

    @Property
    void whoeverReportsInACircleIsNamedAndNotCredited(
            @ForAll("eventLists") ImmutableList<CreditEvent> events, @ForAll("shares") Recipients.Shares to) {
        CreditRules rules = CreditRules.builder()
                .id("up")
                .version("1")
                .addRules(CreditRule.Split.builder().id("all").to(to).build())
                .addRollUps(RollUp.builder().id("managers").levels(4).build())
                .build();
        SalesOrg org = SalesOrg.builder()
                .hierarchy(Hierarchy.builder()
                        .addLinks(
                                new Hierarchy.Reporting(RepId.of("ana"), RepId.of("max"), DateRange.always()),
                                new Hierarchy.Reporting(RepId.of("max"), RepId.of("mia"), DateRange.always()),
                                new Hierarchy.Reporting(RepId.of("mia"), RepId.of("ana"), DateRange.always()))
                        .build())
                .build();
        Credits credits = new CreditCase(rules, org, events).credits();
        assertThat(credits.credits()).isEmpty();
        if (!events.isEmpty()) {
            assertThat(credits.findings())
                    .extracting(Finding::code)
                    .contains("crm.hierarchy.circle", "commission.credit.circle");
        }
    }

    @Property
    void aPlantedFaultIsFound(@ForAll("nearly") NearlyValid<CreditRules> rules) {
        rules.isFoundBy(CreditAllocator::check);
    }

    @Property
    void generatedRulesAreSound(@ForAll("cases") CreditCase one) {
        NearlyValid.isSound(one.rules(), CreditAllocator::check);
        JsonLaws.roundTrips(one.rules(), CreditRules.class);
        JsonLaws.roundTrips(one.org(), SalesOrg.class);
        one.events().forEach(event -> JsonLaws.roundTrips(event, CreditEvent.class));
    }

    @Provide
    Arbitrary<CreditCase> cases() {
        return CreditArbitraries.creditCases();
    }

    @Provide
    Arbitrary<CreditEvent> events() {
        return CreditEventArbitraries.creditEvents();
    }

    @Provide
    Arbitrary<ImmutableList<CreditEvent>> eventLists() {
        return CreditEventArbitraries.eventLists();
    }

    @Provide
    Arbitrary<SalesOrg> orgs() {
        return CreditArbitraries.salesOrgs();
    }

    @Provide
    Arbitrary<Recipients.Shares> shares() {
        return CreditRuleArbitraries.shares().map(Recipients.Shares::new);
    }

    @Provide
    Arbitrary<CreditRules> largestRemainder() {
        return CreditRuleArbitraries.creditRuleSets().map(rules -> rules.withRounding(RoundingPolicy.halfUp()));
    }

    @Provide
    Arbitrary<NearlyValid<CreditRules>> nearly() {
        return CreditRuleArbitraries.nearlyValidCreditRules();
    }
}
