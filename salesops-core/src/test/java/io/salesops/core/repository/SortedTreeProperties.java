package io.salesops.core.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SortedTreeProperties {

    @Property
    void everySnapshotIsTheSortedMapOfItsTime(@ForAll @Size(max = 200) List<@IntRange(max = 60) Integer> keys) {
        List<SortedTree<Integer, Integer>> snapshots = new ArrayList<>();
        List<Map<Integer, Integer>> maps = new ArrayList<>();
        SortedTree<Integer, Integer> tree = SortedTree.empty();
        TreeMap<Integer, Integer> map = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            tree = tree.with(keys.get(i), i);
            map.put(keys.get(i), i);
            snapshots.add(tree);
            maps.add(new TreeMap<>(map));
        }
        for (int i = 0; i < snapshots.size(); i++) {
            List<Map.Entry<Integer, Integer>> entries = new ArrayList<>();
            snapshots.get(i).forEach(node -> entries.add(Map.entry(node.key(), node.value())));
            assertThat(entries).isEqualTo(List.copyOf(maps.get(i).entrySet()));
            for (int key = 0; key <= 60; key++) {
                assertThat(snapshots.get(i).get(key)).isEqualTo(maps.get(i).get(key));
            }
        }
    }

    @Property
    void whatComesAfterAKeyIsTheTailOfTheSortedMap(
            @ForAll @Size(max = 100) List<@IntRange(max = 60) Integer> keys,
            @ForAll @IntRange(min = -1, max = 61) int from) {
        SortedTree<Integer, Integer> tree = SortedTree.empty();
        TreeMap<Integer, Integer> map = new TreeMap<>();
        for (int key : keys) {
            tree = tree.with(key, -key);
            map.put(key, -key);
        }
        List<Map.Entry<Integer, Integer>> after = new ArrayList<>();
        tree.after(from).forEach(node -> after.add(Map.entry(node.key(), node.value())));
        assertThat(after).isEqualTo(List.copyOf(map.tailMap(from, false).entrySet()));
    }

    @Property(tries = 50)
    void heightIsThatOfAnAvlTree(@ForAll @IntRange(min = 1, max = 5_000) int size, @ForAll int factor) {
        SortedTree<Integer, Integer> tree = SortedTree.empty();
        for (int i = 0; i < size; i++) {
            tree = tree.with(i * factor, i);
        }
        assertThat((double) tree.height()).isLessThan(1.4405 * StrictMath.log(size + 2) / StrictMath.log(2));
    }
}
