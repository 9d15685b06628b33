package io.salesops.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.RepId;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.process.ForecastCategory;
import io.salesops.core.testkit.SubmissionArbitraries;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ForecastRollProperties {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final AsOf DAY = AsOf.date("2026-04-20");

    @Provide
    Arbitrary<Hierarchy> trees() {
        return SubmissionArbitraries.trees();
    }

    @Provide
    Arbitrary<List<Submission>> submissions() {
        return SubmissionArbitraries.submissions()
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .uniqueElements(Submission::who);
    }

    @Provide
    Arbitrary<CategoryAmounts> amounts() {
        return SubmissionArbitraries.categoryAmounts();
    }

    private static ForecastCall call(Hierarchy tree, List<Submission> submissions) {
        FiscalPeriod period = submissions.get(0).period();
        return ForecastRoll.of(tree, SubmissionPolicy.none()).call(period, submissions, ImmutableMap.of(), DAY);
    }

    /** Everybody is below p0, so the top is the sum of everybody, whatever the tree. */
    @Property
    void rollUpsAreAdditive(@ForAll("trees") Hierarchy tree, @ForAll("submissions") List<Submission> submissions) {
        ForecastCall.Line top = top(call(tree, submissions));
        CategoryAmounts own = CategoryAmounts.none();
        CategoryAmounts layers = CategoryAmounts.none();
        for (Submission submission : submissions) {
            own = own.plus(submission.own());
            for (Submission.Adjustment layer : submission.adjustments()) {
                layers = layers.plus(layer.category(), layer.amount());
            }
        }
        for (ForecastCategory category : ForecastCategory.values()) {
            assertThat(top.gross().of(category, USD)).isEqualTo(own.of(category, USD));
            assertThat(top.adjustments().of(category, USD)).isEqualTo(layers.of(category, USD));
            assertThat(top.total().of(category, USD)).isEqualTo(own.plus(layers).of(category, USD));
        }
    }

    private static ForecastCall.Line top(ForecastCall call) {
        return java.util.Objects.requireNonNull(call.lines().get(RepId.of("p0")));
    }

    @Property
    void adjustmentsLeaveTheGrossAsItIs(
            @ForAll("trees") Hierarchy tree, @ForAll("submissions") List<Submission> submissions) {
        List<Submission> plain = submissions.stream()
                .map(submission -> submission.withAdjustments(List.of()))
                .toList();
        Map<RepId, ForecastCall.Line> with = call(tree, submissions).lines();
        call(tree, plain)
                .lines()
                .forEach((who, line) -> assertThat(with.get(who))
                        .isNotNull()
                        .satisfies(same -> assertThat(same.gross()).isEqualTo(line.gross())));
    }

    @Property
    void orderHasNoMeaning(
            @ForAll("trees") Hierarchy tree,
            @ForAll("submissions") List<Submission> submissions,
            @ForAll Random random) {
        List<Submission> shuffled = new ArrayList<>(submissions);
        Collections.shuffle(shuffled, random);
        assertThat(SalesOpsJson.write(call(tree, shuffled))).isEqualTo(SalesOpsJson.write(call(tree, submissions)));
    }

    @Property
    void cumulativeAmountsRise(@ForAll("amounts") CategoryAmounts amounts) {
        CategoryAmounts.Cumulative up = amounts.cumulative(USD);
        assertThat(up.closed()).isLessThanOrEqualTo(up.commitForecast());
        assertThat(up.commitForecast()).isLessThanOrEqualTo(up.bestCaseForecast());
    }
}
