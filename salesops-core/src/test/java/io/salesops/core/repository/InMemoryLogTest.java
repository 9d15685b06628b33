package io.salesops.core.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.AccountId;
import io.salesops.core.testkit.Together;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class InMemoryLogTest {
    private static final AccountId ANA = AccountId.of("ana");
    private static final AccountId BEN = AccountId.of("ben");
    private static final int ROUNDS = 200;

    interface Notes extends AppendOnlyLog<Note, AccountId> {}

    static final class InMemoryNotes extends InMemoryLog<Note, AccountId> implements Notes {
        InMemoryNotes() {
            super(Note::account);
        }
    }

    private final InMemoryStores stores = InMemoryStores.create().with(Notes.class, InMemoryNotes::new);
    private final Notes notes = stores.get(Notes.class);

    private static List<Note> some(AccountId key, String... texts) {
        return List.of(texts).stream().map(text -> new Note(key, text)).toList();
    }

    private static List<String> texts(Notes notes, AccountId key) {
        return notes.read(key, 0, found -> {
            List<String> texts = new ArrayList<>();
            found.forEach(each -> texts.add(each.sequence() + " " + each.entry().text()));
            return texts;
        });
    }

    @Test
    void aUnitSeesItsOwnAppendsAndNobodyElseDoesUntilItIsKept() {
        notes.append(ANA, 0, some(ANA, "first"));
        stores.perform(ports -> {
            Notes mine = ports.get(Notes.class);
            assertThat(mine.append(ANA, 1, some(ANA, "second"))).isEqualTo(2);
            notes.append(BEN, 0, some(BEN, "other"));
            assertThat(texts(mine, ANA)).containsExactly("1 first", "2 second");
            assertThat(texts(mine, BEN)).isEmpty();
            assertThat(texts(notes, ANA)).containsExactly("1 first");
            return "done";
        });
        assertThat(texts(notes, ANA)).containsExactly("1 first", "2 second");
        assertThat(texts(notes, BEN)).containsExactly("1 other");
    }

    @Test
    void theSecondOfTwoUnitsOnOneLogKeepsNothing() {
        assertThatThrownBy(() -> stores.perform(ports -> {
                    ports.get(Notes.class).append(ANA, 0, some(ANA, "mine"));
                    ports.get(Notes.class).append(BEN, 0, some(BEN, "mine too"));
                    return notes.append(ANA, 0, some(ANA, "yours"));
                }))
                .isInstanceOfSatisfying(StaleVersionException.class, stale -> {
                    assertThat(stale.id()).isEqualTo("ana");
                    assertThat(stale.expected()).isZero();
                    assertThat(stale.stored()).isEqualTo(1);
                });
        assertThat(texts(notes, ANA)).containsExactly("1 yours");
        assertThat(texts(notes, BEN)).isEmpty();
    }

    @Test
    void anExpectationWithoutEntriesMustHoldWhenTheUnitEnds() {
        assertThatThrownBy(() -> stores.perform(ports -> {
                    ports.get(Notes.class).append(ANA, 0, List.of());
                    ports.get(Notes.class).append(BEN, 0, some(BEN, "as long as ana has nothing"));
                    return notes.append(ANA, 0, some(ANA, "something"));
                }))
                .isInstanceOf(StaleVersionException.class);
        assertThat(notes.last(BEN)).isZero();
    }

    @Test
    void aReaderSeesWhatWasThereWhenItBeganAndNothingAfterItsEnd() {
        notes.append(ANA, 0, some(ANA, "a", "b"));
        List<Iterator<Sequenced<Note>>> leaked = new ArrayList<>();
        int seen = notes.read(ANA, 0, found -> {
            notes.append(ANA, 2, some(ANA, "c"));
            leaked.add(found.iterator());
            return ImmutableList.copyOf(found).size();
        });
        assertThat(seen).isEqualTo(2);
        assertThatThrownBy(leaked.get(0)::hasNext).isInstanceOf(IllegalStateException.class);
        Iterable<Note> scanned = notes.scan(Criteria.<Note>all(), found -> found);
        assertThatThrownBy(scanned::iterator)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void aCursorEndsWithItsEntriesAndRemovesNone() {
        notes.append(ANA, 0, some(ANA, "a"));
        notes.read(ANA, 0, found -> {
            Iterator<Sequenced<Note>> each = found.iterator();
            each.next();
            assertThatThrownBy(each::remove).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(each::next).isInstanceOf(NoSuchElementException.class);
            return "read";
        });
        assertThat(notes.last(ANA)).isEqualTo(1);
    }

    @Test
    void badCallsAreRefused() {
        assertThatThrownBy(() -> notes.append(ANA, -1, some(ANA, "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> notes.append(ANA, 0, some(BEN, "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("belongs to ben");
        assertThatThrownBy(() -> notes.read(ANA, -1, found -> found))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThat(notes.last(ANA)).isZero();
    }

    @Test
    void noneOfManyConcurrentAppendsIsLost() {
        Together.all("adding to a log", thread -> () -> {
            for (int round = 0; round < ROUNDS; round++) {
                String text = thread + "/" + round;
                Together.retried(() -> notes.append(ANA, notes.last(ANA), some(ANA, text)));
            }
            return thread;
        });
        assertAllThere();
    }

    @Test
    void noneOfManyConcurrentUnitsIsLost() {
        Together.all("adding to two logs in a unit of work", thread -> () -> {
            for (int round = 0; round < ROUNDS; round++) {
                String text = thread + "/" + round;
                Together.retried(() -> stores.perform(ports -> {
                    Notes mine = ports.get(Notes.class);
                    mine.append(BEN, mine.last(BEN), some(BEN, text));
                    return mine.append(ANA, mine.last(ANA), some(ANA, text));
                }));
            }
            return thread;
        });
        assertAllThere();
        assertThat(texts(notes, BEN)).isEqualTo(texts(notes, ANA));
    }

    /** Each text once, those of a thread in their order, sequences without a gap. */
    private void assertAllThere() {
        int[] next = new int[Together.THREADS];
        long last = notes.read(ANA, 0, found -> {
            long sequence = 0;
            for (Sequenced<Note> each : found) {
                sequence++;
                assertThat(each.sequence()).isEqualTo(sequence);
                int thread = Integer.parseInt(each.entry().text().replaceFirst("/.*", ""));
                assertThat(each.entry().text()).isEqualTo(thread + "/" + next[thread]);
                next[thread]++;
            }
            return sequence;
        });
        assertThat(last).isEqualTo((long) Together.THREADS * ROUNDS).isEqualTo(notes.last(ANA));
    }
}
