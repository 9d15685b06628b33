package io.salesops.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ValueTallyProperties {

    @Provide
    Arbitrary<List<String>> values() {
        return Arbitraries.integers()
                .between(0, 300)
                .map(number -> "v" + number)
                .list()
                .ofMaxSize(400);
    }

    private static ValueTally tally(int limit, List<String> values) {
        ValueTally tally = new ValueTally(limit);
        for (int i = 0; i < values.size(); i++) {
            tally.add(values.get(i), "id-" + values.get(i) + "-" + i % 7);
        }
        return tally;
    }

    @Property
    void upToTheLimitEveryCountIsExact(@ForAll("values") List<String> values) {
        ValueTally tally = tally(301, values);
        Map<String, Long> counts = new HashMap<>();
        values.forEach(value -> counts.merge(value, 1L, Long::sum));
        assertThat(tally.isEstimated()).isFalse();
        assertThat(tally.distinct()).isEqualTo(counts.size());
        assertThat(tally.top(1_000))
                .hasSize(counts.size())
                .allSatisfy(one -> assertThat(one.count()).isEqualTo(counts.get(one.value())));
    }

    @Property
    void beyondItOrderAndDivisionChangeNothing(
            @ForAll("values") List<String> values,
            @ForAll @IntRange(min = 1, max = 40) int limit,
            @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        int cut = values.isEmpty() ? 0 : random.nextInt(values.size());
        ValueTally first = new ValueTally(limit);
        ValueTally second = new ValueTally(limit);
        ValueTally whole = new ValueTally(limit);
        values.forEach(value -> whole.add(value, value));
        shuffled.subList(0, cut).forEach(value -> first.add(value, value));
        shuffled.subList(cut, shuffled.size()).forEach(value -> second.add(value, value));
        second.add(first);
        assertThat(second.top(50)).isEqualTo(whole.top(50));
        assertThat(second.distinct()).isEqualTo(whole.distinct());
        assertThat(second.records()).isEqualTo(values.size());
        assertThat(whole.groups()).hasSizeLessThanOrEqualTo(limit);
        // A group that stays is counted exactly.
        whole.groups()
                .forEach((value, group) -> assertThat(group.size())
                        .isEqualTo(values.stream().filter(value::equals).count()));
    }

    /** Four standard errors: less than one run in ten thousand, were the hash random; it is fixed, so the test is too. */
    @Property(tries = 20)
    void manyDistinctValuesAreEstimatedAndACommonOneIsFound(@ForAll @IntRange(max = 1_000_000) int from) {
        ValueTally tally = new ValueTally(1_000);
        for (int i = 0; i < 50_000; i++) {
            tally.add(i % 20 == 0 ? "default" : "v" + (from + i), "id" + (from + i));
        }
        double distinct = 47_501;
        assertThat(Math.abs(tally.distinct() - distinct) / distinct).isLessThan(4 * 1.2 / Math.sqrt(1_000));
        assertThat(tally.top(1).get(0).value()).isEqualTo("default");
        assertThat(tally.top(1).get(0).count()).isBetween(1_250L, 4_000L);
        assertThat(new HashSet<>(tally.groups().keySet())).hasSizeLessThanOrEqualTo(1_000);
    }
}
