package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.By;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.ListPrices;
import io.salesops.core.crm.RepId;
import io.salesops.core.forecast.CategoryAmounts;
import io.salesops.core.forecast.DealCategories;
import io.salesops.core.forecast.ForecastCall;
import io.salesops.core.forecast.ForecastRoll;
import io.salesops.core.forecast.Submission;
import io.salesops.core.forecast.SubmissionPolicy;
import io.salesops.core.money.Amounts;
import io.salesops.core.process.ForecastCategory;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of what people forecast, and of its roll-up. */
public final class SubmissionArbitraries {
    private static final FiscalPeriod PERIOD =
            new FiscalPeriod("FY2026-Q2", LocalDate.parse("2026-04-01"), LocalDate.parse("2026-07-01"));

    private SubmissionArbitraries() {}

    private static Arbitrary<MonetaryAmount> dollars(int least) {
        return Arbitraries.integers()
                .between(least, 900_000)
                .map(number -> Amounts.of(BigDecimal.valueOf(number), Monetary.getCurrency("USD")));
    }

    /** Amounts of up to five categories, in dollars. */
    public static Arbitrary<CategoryAmounts> categoryAmounts() {
        return Arbitraries.maps(Arbitraries.of(ForecastCategory.class), dollars(0))
                .map(CategoryAmounts::of);
    }

    /** Cumulative roll-ups. */
    public static Arbitrary<CategoryAmounts.Cumulative> cumulativeAmounts() {
        return categoryAmounts().map(amounts -> amounts.cumulative(Monetary.getCurrency("USD")));
    }

    /** Layers that add or take away. */
    public static Arbitrary<Submission.Adjustment> adjustments() {
        return Combinators.combine(
                        Arbitraries.of(ForecastCategory.COMMIT, ForecastCategory.BEST_CASE),
                        dollars(-900_000),
                        Arbitraries.of("late budget", "two deals are stuck"))
                .as((category, amount, why) ->
                        new Submission.Adjustment(category, amount, why, By.of("boss", "2026-04-10T09:00:00Z")));
    }

    /** Submissions of eight people for one quarter, open, handed in and frozen. */
    public static Arbitrary<Submission> submissions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        categoryAmounts(),
                        adjustments().list().ofMaxSize(2),
                        Arbitraries.of(Submission.State.class),
                        Arbitraries.integers().between(0, 20))
                .as((who, own, layers, state, day) -> Submission.builder()
                        .who(RepId.of("p" + who))
                        .period(PERIOD)
                        .own(own)
                        .adjustments(layers)
                        .state(state)
                        .submitted(
                                state == Submission.State.OPEN
                                        ? Optional.empty()
                                        : Optional.of(new By(
                                                io.salesops.core.crm.UserId.of("p" + who),
                                                Instant.parse("2026-04-01T08:00:00Z")
                                                        .plusSeconds(day * 86_400L))))
                        .build());
    }

    /** Policies with and without a due moment. */
    public static Arbitrary<SubmissionPolicy> submissionPolicies() {
        return Combinators.combine(
                        Arbitraries.of(Instant.parse("2026-04-07T12:00:00Z")).optional(),
                        Arbitraries.integers().between(1, 20).optional())
                .as((due, stale) -> SubmissionPolicy.builder()
                        .due(due)
                        .staleAfterDays(stale.isPresent() ? OptionalInt.of(stale.get()) : OptionalInt.empty())
                        .build());
    }

    /** Trees of eight people: each reports to one with a smaller number. */
    public static Arbitrary<Hierarchy> trees() {
        return Arbitraries.integers().between(0, 6).list().ofSize(7).map(SubmissionArbitraries::tree);
    }

    private static Hierarchy tree(List<Integer> managers) {
        Hierarchy.Builder tree = Hierarchy.builder();
        for (int i = 1; i <= managers.size(); i++) {
            tree.addLinks(new Hierarchy.Reporting(
                    RepId.of("p" + i), RepId.of("p" + managers.get(i - 1) % i), DateRange.always()));
        }
        return tree.build();
    }

    /** Roll-ups of up to twelve submissions. */
    public static Arbitrary<ForecastCall> forecastCalls() {
        return Combinators.combine(
                        trees(), submissionPolicies(), submissions().list().ofMaxSize(12))
                .as((tree, policy, submissions) -> ForecastRoll.of(tree, policy)
                        .call(PERIOD, submissions, ImmutableMap.of(), AsOf.date("2026-04-20")));
    }

    /** Lines of roll-ups. */
    public static Arbitrary<ForecastCall.Line> forecastLines() {
        return Members.of(forecastCalls().map(call -> call.lines().values()));
    }

    /** Deals by category. */
    public static Arbitrary<DealCategories> dealCategories() {
        return ForecastArbitraries.forecastCases()
                .map(given ->
                        DealCategories.of(given.process(), given.period(), Monetary.getCurrency("USD"), given.deals()));
    }

    /** Deals with list prices in their lines. */
    public static Arbitrary<ListPrices.Priced> pricedDeals() {
        return ForecastArbitraries.forecastCases()
                .map(given -> ListPrices.of(ImmutableList.of()).applyTo(given.deals()));
    }
}
