package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Persistent maps and sets against those of the JDK; what was kept before a change stays as it was. */
class PersistentStructuresProperties {

    /** Keys whose hashes collide in all bits, or in many. */
    private record Key(int number, int hashes) {
        @Override
        public int hashCode() {
            return number % hashes;
        }
    }

    @Property(tries = 300)
    void aMapHoldsWhatWasPut(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 400) int range,
            @ForAll @IntRange(min = 1, max = 50) int hashes) {
        PersistentMap<Key, Integer> map = PersistentMap.empty();
        PersistentMap.Editor<Key, Integer> editor = PersistentMap.editor();
        Map<Key, Integer> expected = new HashMap<>();
        Map<Key, Integer> expectedOfEditor = new HashMap<>();
        for (int step = 0; step < 400; step++) {
            Key key = new Key(random.nextInt(range), hashes);
            if (random.nextInt(3) > 0) {
                map = map.with(key, step);
                expected.put(key, step);
            } else {
                map = map.without(key);
                expected.remove(key);
            }
            editor.put(key, step);
            expectedOfEditor.put(key, step);
        }
        PersistentMap<Key, Integer> kept = map;
        assertContent(map, expected, range, hashes);
        PersistentMap<Key, Integer> done = editor.done();
        assertContent(done, expectedOfEditor, range, hashes);
        for (int number = 0; number < range; number++) {
            map = map.without(new Key(number, hashes));
            editor.put(new Key(number, hashes), -1);
            done.with(new Key(number, hashes), -2);
        }
        assertThat(map.size()).isZero();
        assertContent(kept, expected, range, hashes);
        assertContent(done, expectedOfEditor, range, hashes);
    }

    private static void assertContent(
            PersistentMap<Key, Integer> map, Map<Key, Integer> expected, int range, int hashes) {
        assertThat(map.size()).isEqualTo(expected.size());
        for (int number = 0; number < range; number++) {
            Key key = new Key(number, hashes);
            assertThat(map.get(key)).isEqualTo(expected.get(key));
        }
        Map<Key, Integer> passed = new HashMap<>();
        map.forEach((key, value) -> assertThat(passed.put(key, value)).isNull());
        assertThat(passed).isEqualTo(expected);
    }

    @Property(tries = 100)
    void aSetHoldsWhatWasAdded(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 200_000) int range,
            @ForAll @IntRange(max = 12_000) int steps) {
        SlotSet set = SlotSet.EMPTY;
        TreeSet<Integer> expected = new TreeSet<>();
        SlotSet[] kept = {set};
        for (int step = 0; step < steps; step++) {
            int number = random.nextInt(range);
            set = set.with(number);
            expected.add(number);
            if (step == steps / 2) {
                kept[0] = set;
            }
        }
        List<Integer> half = numbers(kept[0]);
        assertThat(numbers(set)).isEqualTo(List.copyOf(expected));
        assertThat(numbers(
                        SlotSet.of(expected.stream().mapToInt(Integer::intValue).toArray())))
                .isEqualTo(List.copyOf(expected));
        for (int step = 0; step < steps; step++) {
            int number = random.nextInt(range);
            set = set.without(number);
            expected.remove(number);
            assertThat(set.size()).isEqualTo(expected.size());
        }
        assertThat(numbers(set)).isEqualTo(List.copyOf(expected));
        for (int number : List.copyOf(expected)) {
            assertThat(set.contains(number)).isTrue();
            set = set.without(number);
        }
        assertThat(numbers(set)).isEmpty();
        assertThat(numbers(kept[0])).isEqualTo(half);
    }

    @Property(tries = 300)
    void setsIntersect(
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 140_000) int range,
            @ForAll @IntRange(max = 20_000) int first,
            @ForAll @IntRange(max = 20_000) int second,
            @ForAll @IntRange(max = 3_000) int most) {
        Set<Integer> one = drawn(random, range, random.nextBoolean() ? first : first / 100);
        Set<Integer> other = drawn(random, range, random.nextBoolean() ? second : second / 100);
        TreeSet<Integer> both = new TreeSet<>(one);
        both.retainAll(other);
        int[] found = new int[most];
        int count = set(one).intersect(set(other), found);
        assertThat(count).isEqualTo(Math.min(both.size(), most + 1));
        if (count <= most) {
            assertThat(java.util.Arrays.stream(found, 0, count).boxed().toList())
                    .isEqualTo(List.copyOf(both));
        }
    }

    private static Set<Integer> drawn(Random random, int range, int size) {
        TreeSet<Integer> drawn = new TreeSet<>();
        for (int i = 0; i < size; i++) {
            drawn.add(random.nextInt(range));
        }
        return drawn;
    }

    private static SlotSet set(Set<Integer> numbers) {
        return SlotSet.of(numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<Integer> numbers(SlotSet set) {
        List<Integer> numbers = new ArrayList<>();
        set.forEach(numbers::add);
        assertThat(numbers).hasSize(set.size());
        return numbers;
    }
}
