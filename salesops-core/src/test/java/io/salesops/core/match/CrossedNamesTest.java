package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Which columns of names are crossed is told by what they hold, not by where they stand. */
class CrossedNamesTest {
    private static final int RECORDS = 600;
    private static final int NAMES = 80;

    private final ImmutableMap<String, List<String>> columns;

    /** Three columns with names of their own; one and two share most, three shares some with both. */
    CrossedNamesTest() {
        Random random = new Random(8);
        ImmutableList<List<String>> pools = ImmutableList.of(pool(random), pool(random), pool(random));
        List<List<String>> cells = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int row = 0; row < RECORDS; row++) {
            String one = pools.get(0).get(random.nextInt(NAMES));
            String two = pools.get(1).get(random.nextInt(NAMES * 3 / 4));
            boolean isSwapped = random.nextInt(4) == 0;
            cells.get(0).add(isSwapped ? two : one);
            cells.get(1).add(isSwapped ? one : two);
            int borrowed = random.nextInt(10);
            cells.get(2)
                    .add(
                            borrowed == 0
                                    ? one
                                    : borrowed == 1 ? two : pools.get(2).get(random.nextInt(NAMES)));
        }
        this.columns = ImmutableMap.of("one", cells.get(0), "two", cells.get(1), "three", cells.get(2));
    }

    private static List<String> pool(Random random) {
        List<String> pool = new ArrayList<>();
        for (int name = 0; name < NAMES; name++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 4; i++) {
                text.append("bdfgklmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
            }
            pool.add(text.toString());
        }
        return pool;
    }

    @TestFactory
    Stream<DynamicTest> theOrderOfColumnsSaysNothing() {
        ImmutableList<String> expected = crossed(columns.keySet().asList());
        return Collections2.permutations(columns.keySet()).stream()
                .map(order -> DynamicTest.dynamicTest(order.toString(), () -> {
                    assertThat(crossed(order)).isEqualTo(expected);
                    assertThat(expected).hasSize(1);
                    assertThat(expected.get(0)).contains("one").contains("two");
                }));
    }

    private ImmutableList<String> crossed(List<String> order) {
        Records.Builder<Integer> records = Records.builder(order.toArray(String[]::new));
        for (int row = 0; row < RECORDS; row++) {
            List<String> cells = new ArrayList<>();
            for (String column : order) {
                cells.add(columns.getOrDefault(column, List.of()).get(row));
            }
            records.add(row, cells.toArray(String[]::new));
        }
        return MatchTrainer.standard().train(records.build()).model().comparisons().stream()
                .flatMap(comparison -> comparison.crossedWith().stream().map(other -> comparison.name() + " " + other))
                .collect(ImmutableList.toImmutableList());
    }
}
