package io.salesops.territory.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The matching against every way there is to pair rows with columns. */
class BestMatchingProperties {

    private static List<Map<Integer, BigInteger>> benefits(int rows, int columns, boolean huge, Random random) {
        List<Map<Integer, BigInteger>> benefits = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Map<Integer, BigInteger> line = new HashMap<>();
            for (int column = 0; column < columns; column++) {
                if (random.nextInt(3) > 0) {
                    line.put(column, huge ? new BigInteger(90, random).add(BigInteger.ONE) : small(random));
                }
            }
            benefits.add(line);
        }
        return benefits;
    }

    private static BigInteger small(Random random) {
        return BigInteger.valueOf(1 + random.nextInt(4));
    }

    private static BigInteger sum(List<Map<Integer, BigInteger>> benefits, int[] columnOf) {
        BigInteger sum = BigInteger.ZERO;
        for (int row = 0; row < columnOf.length; row++) {
            sum = columnOf[row] < 0 ? sum : sum.add(benefits.get(row).getOrDefault(columnOf[row], BigInteger.ZERO));
        }
        return sum;
    }

    /** The most that the rows from one on can have with the columns that are left. */
    private static BigInteger best(List<Map<Integer, BigInteger>> benefits, int row, Set<Integer> taken) {
        if (row == benefits.size()) {
            return BigInteger.ZERO;
        }
        BigInteger best = best(benefits, row + 1, taken);
        for (Map.Entry<Integer, BigInteger> pair : benefits.get(row).entrySet()) {
            if (taken.add(pair.getKey())) {
                best = best.max(pair.getValue().add(best(benefits, row + 1, taken)));
                taken.remove(pair.getKey());
            }
        }
        return best;
    }

    @Property(tries = 500)
    void noOtherPairingIsBetter(
            @ForAll @IntRange(min = 0, max = 6) int rows,
            @ForAll @IntRange(min = 0, max = 6) int columns,
            @ForAll boolean huge,
            @ForAll long seed) {
        List<Map<Integer, BigInteger>> benefits = benefits(rows, columns, huge, new Random(seed));
        int[] columnOf = BestMatching.of(benefits, columns);

        Set<Integer> used = new HashSet<>();
        for (int row = 0; row < rows; row++) {
            assertThat(columnOf[row] < 0 || used.add(columnOf[row])).isTrue();
            assertThat(columnOf[row] < 0 || benefits.get(row).containsKey(columnOf[row]))
                    .isTrue();
        }
        assertThat(sum(benefits, columnOf)).isEqualTo(best(benefits, 0, new HashSet<>()));
    }

    /** With names exchanged round a ring, every greedy choice is as good as another but one is right. */
    @Property(tries = 20)
    void aLongRotationIsFound(@ForAll @IntRange(min = 1, max = 200) int size, @ForAll long seed) {
        Random random = new Random(seed);
        int turn = random.nextInt(size);
        List<Map<Integer, BigInteger>> benefits = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            Map<Integer, BigInteger> line = new HashMap<>();
            line.put((row + turn) % size, BigInteger.valueOf(10));
            line.merge((row + turn + 1) % size, BigInteger.valueOf(9), BigInteger::max);
            benefits.add(line);
        }
        assertThat(sum(benefits, BestMatching.of(benefits, size))).isEqualTo(BigInteger.valueOf(10L * size));
    }
}
