package io.salesops.core.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

/** Sequences of commands against a log, and the same against plain lists. */
class InMemoryLogProperties {
    private static final List<AccountId> KEYS = List.of(AccountId.of("A-2"), AccountId.of("A-1"), AccountId.of("A-3"));

    private static final class Notes extends InMemoryLog<Note, AccountId> {
        Notes() {
            super(Note::account);
        }
    }

    @Property(tries = 500)
    void aLogBehavesLikeAListForEachKey(@ForAll("commands") ActionChain<Pair> commands) {
        commands.withInvariant("same content", Pair::check).run();
    }

    private static final class Pair {
        private final Notes log = new Notes();
        private final TreeMap<AccountId, List<Note>> model = new TreeMap<>();

        List<Note> of(AccountId key) {
            return model.getOrDefault(key, List.of());
        }

        void check() {
            for (AccountId key : KEYS) {
                assertThat(log.last(key)).isEqualTo(of(key).size());
                for (int after = 0; after <= of(key).size() + 1; after++) {
                    List<Sequenced<Note>> expected = new ArrayList<>();
                    for (int i = after; i < of(key).size(); i++) {
                        expected.add(new Sequenced<>(i + 1, of(key).get(i)));
                    }
                    List<Sequenced<Note>> read =
                            log.read(key, after, found -> ImmutableList.<Sequenced<Note>>copyOf(found));
                    assertThat(read).isEqualTo(expected);
                }
            }
            List<Note> all = model.values().stream().flatMap(List::stream).toList();
            List<Note> scanned = log.scan(Criteria.<Note>all(), found -> ImmutableList.<Note>copyOf(found));
            assertThat(scanned).isEqualTo(all);
            List<Note> known = log.scan(Note.TEXT.is("a").not(), found -> ImmutableList.<Note>copyOf(found));
            assertThat(known)
                    .isEqualTo(
                            all.stream().filter(note -> note.text().equals("b")).toList());
        }
    }

    @Provide
    Arbitrary<ActionChain<Pair>> commands() {
        return ActionChain.startWith(Pair::new).withAction(new Append());
    }

    /** Appends, expecting the log to end where it does or elsewhere; sometimes with an entry of another key. */
    private static final class Append implements Action.Independent<Pair> {
        @Override
        public Arbitrary<Transformer<Pair>> transformer() {
            return Combinators.combine(
                            Arbitraries.of(KEYS),
                            Arbitraries.of("", "a", "b").list().ofMaxSize(3),
                            Arbitraries.longs().between(-3, 2),
                            Arbitraries.frequencyOf(
                                    net.jqwik.api.Tuple.of(5, Arbitraries.just(false)),
                                    net.jqwik.api.Tuple.of(1, Arbitraries.just(true))))
                    .as((key, texts, off, isForeign) -> Transformer.mutate(
                            "append " + texts + " to " + key + " off by " + off + ", foreign " + isForeign,
                            pair -> append(pair, key, texts, Math.max(0, off), isForeign)));
        }

        private static void append(Pair pair, AccountId key, List<String> texts, long off, boolean isForeign) {
            List<Note> notes = new ArrayList<>(
                    texts.stream().map(text -> new Note(key, text)).toList());
            long last = pair.of(key).size();
            if (isForeign) {
                notes.add(new Note(AccountId.of("A-9"), "lost"));
                assertThatThrownBy(() -> pair.log.append(key, last, notes))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("A-9");
            } else if (off == 0) {
                assertThat(pair.log.append(key, last, notes)).isEqualTo(last + notes.size());
                pair.model.computeIfAbsent(key, unseen -> new ArrayList<>()).addAll(notes);
            } else {
                assertThatThrownBy(() -> pair.log.append(key, last + off, notes))
                        .isInstanceOfSatisfying(StaleVersionException.class, stale -> {
                            assertThat(stale.id()).isEqualTo(key.value());
                            assertThat(stale.expected()).isEqualTo(last + off);
                            assertThat(stale.stored()).isEqualTo(last);
                        });
            }
        }
    }
}
