package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Truth;
import io.salesops.core.repository.AppendOnlyLog;
import io.salesops.core.repository.Sequenced;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Logs of more entries than fit into one page: none is left out, and none comes that is newer. */
public interface LogThousandsContract<E, K extends Comparable<K>> extends LogFixture<E, K> {

    /** Thousands are added in one call and read, from the first or from the middle, and scanned. */
    @Test
    default void thousandsAreRead() {
        AppendOnlyLog<E, K> store = newStore();
        List<E> entries = many(1_500);
        assertThat(store.append(key("A-1"), 0, entries))
                .as("the last sequence after adding 1,500 entries in one call")
                .isEqualTo(1_500);
        List<E> others = Lists.transform(entries, entry -> withKey(entry, key("Z")));
        store.append(key("Z"), 0, others);
        List<E> all = new ArrayList<>(entries);
        all.addAll(others);

        assertThat(store.last(key("A-1"))).as("the sequence of the last entry").isEqualTo(1_500);
        assertRead(contents(store, key("A-1")), 0, entries);
        assertRead(store.read(key("Z"), 700, found -> ImmutableList.<Sequenced<E>>copyOf(found)), 700, others);
        assertScanned(store, Criteria.<E>all(), all);
        for (Field<E, ?> field : fields().named().values()) {
            assertScanned(store, field.present(), all);
        }
    }

    /** What is added while thousands are read or scanned is not in it. */
    @Test
    default void aReadingOfThousandsIsAsOfItsBeginning() {
        AppendOnlyLog<E, K> store = newStore();
        K key = key("A-1");
        List<E> entries = many(1_500);
        store.append(key, 0, entries);
        List<E> more = entries.subList(0, 300);
        store.read(key, 0, found -> {
            List<Sequenced<E>> seen = new ArrayList<>();
            for (Sequenced<E> each : found) {
                if (seen.isEmpty()) {
                    store.append(key, 1_500, more);
                }
                seen.add(each);
            }
            assertRead(seen, 0, entries);
            assertRead(ImmutableList.<Sequenced<E>>copyOf(found), 0, entries);
            return true;
        });
        assertThat(store.last(key)).as("the last sequence after the reading").isEqualTo(1_800);
        store.scan(Criteria.<E>all(), found -> {
            int seen = 0;
            for (E each : found) {
                if (seen == 0) {
                    store.append(key, 1_800, more);
                    store.append(key("Z"), 0, List.of(withKey(each, key("Z"))));
                }
                seen++;
            }
            assertThat(seen)
                    .as("the entries of a scan of 1,800 during which others added some")
                    .isEqualTo(1_800);
            return true;
        });
    }

    private void assertRead(List<Sequenced<E>> read, int after, List<E> entries) {
        assertThat(read.stream().mapToLong(Sequenced::sequence))
                .as("the sequences read behind %s of a log of %s entries", after, entries.size())
                .isEqualTo(LongStream.rangeClosed(after + 1L, entries.size())
                        .boxed()
                        .toList());
        assertThat(Lists.transform(read, Sequenced::entry).equals(entries.subList(after, entries.size())))
                .as("whether the entries read behind %s are those that were added", after)
                .isTrue();
    }

    private void assertScanned(AppendOnlyLog<E, K> store, Criteria<E> criteria, List<E> all) {
        List<E> expected =
                all.stream().filter(entry -> criteria.test(entry) == Truth.TRUE).toList();
        List<E> scanned = store.scan(criteria, found -> ImmutableList.<E>copyOf(found));
        assertThat(scanned.size())
                .as("how many of %s entries a scan gives for: %s", all.size(), criteria.words())
                .isEqualTo(expected.size());
        assertThat(scanned.equals(expected))
                .as("whether the scan is in the order of keys and sequences, for: %s", criteria.words())
                .isTrue();
    }

    /** Some entries by turns, all of one key. */
    private List<E> many(int count) {
        List<E> made = entriesOfOneKey().sample();
        List<E> many = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            many.add(made.get(i % made.size()));
        }
        return ImmutableList.copyOf(many);
    }
}
