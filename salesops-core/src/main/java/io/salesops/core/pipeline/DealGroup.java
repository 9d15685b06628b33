package io.salesops.core.pipeline;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.process.StageOutcome;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.MonetaryAmount;

/** Collects the deals of one group; order of arrival has no effect on any figure, and two collections merge into one. */
final class DealGroup {

    /** The deals of one outcome. */
    private static final class Part {
        private final IdSample deals = new IdSample();
        private final AmountTally amounts;
        private final AmountTally lists = new AmountTally(false);
        private final AmountTally listsOfPriced = new AmountTally(false);
        private final AmountTally amountsOfListed = new AmountTally(false);
        private final IdSample withoutAmount = new IdSample();
        private final IdSample withoutList = new IdSample();
        private final DayTally days = new DayTally();
        private final IdSample withoutDays = new IdSample();
        private long engaged;

        Part(boolean keeping) {
            this.amounts = new AmountTally(keeping);
        }

        void merge(Part other) {
            deals.merge(other.deals);
            amounts.merge(other.amounts);
            lists.merge(other.lists);
            listsOfPriced.merge(other.listsOfPriced);
            amountsOfListed.merge(other.amountsOfListed);
            withoutAmount.merge(other.withoutAmount);
            withoutList.merge(other.withoutList);
            days.merge(other.days);
            withoutDays.merge(other.withoutDays);
            engaged += other.engaged;
        }
    }

    private final DateRange period;
    private final LocalDate today;
    private final Map<StageOutcome, Part> parts = new EnumMap<>(StageOutcome.class);
    private final Map<String, AmountTally> openByStage = new TreeMap<>();
    private final IdSample otherPeriod = new IdSample();
    private final IdSample withoutCloseDate = new IdSample();

    DealGroup(DateRange period, LocalDate today, boolean keeping) {
        this.period = period;
        this.today = today;
        for (StageOutcome outcome : StageOutcome.values()) {
            parts.put(outcome, new Part(keeping));
        }
    }

    void add(Opportunity deal, StageOutcome outcome) {
        String id = deal.id().value();
        if (outcome != StageOutcome.OPEN && !closedInPeriod(deal, id)) {
            return;
        }
        Part part = part(outcome);
        part.deals.add(id);
        part.engaged += deal.engagedOn().isPresent() ? 1 : 0;
        addAmounts(part, deal, outcome, id);
        Optional<LocalDate> end = outcome == StageOutcome.OPEN ? Optional.of(today) : deal.closeDate();
        if (deal.engagedOn().isPresent() && end.isPresent()) {
            part.days.add(ChronoUnit.DAYS.between(deal.engagedOn().get(), end.get()));
        } else {
            part.withoutDays.add(id);
        }
    }

    private void addAmounts(Part part, Opportunity deal, StageOutcome outcome, String id) {
        Optional<MonetaryAmount> amount = deal.amount();
        if (amount.isPresent()) {
            String currency = amount.get().getCurrency().getCurrencyCode();
            part.amounts.add(currency, Amounts.number(amount.get()));
            if (outcome == StageOutcome.OPEN) {
                openByStage
                        .computeIfAbsent(deal.stage(), stage -> new AmountTally(false))
                        .add(currency, Amounts.number(amount.get()));
            }
        } else {
            part.withoutAmount.add(id);
        }
        if (deal.lines().stream().allMatch(line -> line.list().isEmpty())) {
            part.withoutList.add(id);
            return;
        }
        deal.lineTotals().list().forEach((currency, list) -> {
            part.lists.add(currency, Amounts.number(list));
            if (amount.filter(money -> money.getCurrency().getCurrencyCode().equals(currency))
                    .isPresent()) {
                part.listsOfPriced.add(currency, Amounts.number(list));
                part.amountsOfListed.add(currency, Amounts.number(amount.get()));
            }
        });
    }

    /** Without a period a closed deal counts even where its close date is missing. */
    private boolean closedInPeriod(Opportunity deal, String id) {
        if (period.equals(DateRange.always())) {
            return true;
        }
        if (deal.closeDate().isEmpty()) {
            withoutCloseDate.add(id);
            return false;
        }
        if (!period.contains(deal.closeDate().get())) {
            otherPeriod.add(id);
            return false;
        }
        return true;
    }

    void merge(DealGroup other) {
        other.parts.forEach((outcome, part) -> part(outcome).merge(part));
        other.openByStage.forEach((stage, amounts) -> openByStage
                .computeIfAbsent(stage, name -> new AmountTally(false))
                .merge(amounts));
        otherPeriod.merge(other.otherPeriod);
        withoutCloseDate.merge(other.withoutCloseDate);
    }

    private Part part(StageOutcome outcome) {
        return java.util.Objects.requireNonNull(parts.get(outcome));
    }

    /** The parts of some outcomes as one. */
    Selection of(List<StageOutcome> outcomes) {
        if (outcomes.size() == 1) {
            return new Selection(part(outcomes.get(0)), outcomes.get(0) == StageOutcome.OPEN);
        }
        Part sum = new Part(true);
        for (StageOutcome outcome : outcomes) {
            sum.merge(part(outcome));
        }
        return new Selection(sum, false);
    }

    /** The amounts of open deals by stage. */
    Map<String, AmountTally> openByStage() {
        return openByStage;
    }

    /** The deals of some outcomes, and what a figure over them leaves out. */
    final class Selection {
        private final Part part;
        private final boolean onlyOpen;

        private Selection(Part part, boolean onlyOpen) {
            this.part = part;
            this.onlyOpen = onlyOpen;
        }

        long count() {
            return part.deals.count();
        }

        long engaged() {
            return part.engaged;
        }

        AmountTally amounts() {
            return part.amounts;
        }

        AmountTally lists() {
            return part.lists;
        }

        /** The list prices of deals that have an amount too. */
        AmountTally listsOfPriced() {
            return part.listsOfPriced;
        }

        AmountTally amountsOfListed() {
            return part.amountsOfListed;
        }

        DayTally days() {
            return part.days;
        }

        Optional<Omission> as(String reason) {
            return part.deals.omission(reason);
        }

        Optional<Omission> withoutAmount() {
            return part.withoutAmount.omission("no amount");
        }

        Optional<Omission> withoutList() {
            return part.withoutList.omission("no list price");
        }

        Optional<Omission> withoutDays() {
            return part.withoutDays.omission(onlyOpen ? "no start date" : "no start or no close date");
        }

        /** What a figure leaves out: its own reasons, and closed deals outside the period unless it is over open ones. */
        @SafeVarargs
        final ImmutableList<Omission> excluding(Optional<Omission>... own) {
            ImmutableList.Builder<Omission> excluded = ImmutableList.builder();
            for (Optional<Omission> omission : own) {
                omission.ifPresent(excluded::add);
            }
            if (!onlyOpen) {
                otherPeriod.omission("closed outside the period").ifPresent(excluded::add);
                withoutCloseDate.omission("closed without a close date").ifPresent(excluded::add);
            }
            return excluded.build();
        }
    }
}
