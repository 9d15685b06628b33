package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Lists;
import io.salesops.core.event.DomainEvent;
import io.salesops.core.event.Outbox;
import io.salesops.core.repository.Sequenced;
import io.salesops.core.repository.StaleVersionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import org.junit.jupiter.api.Test;

/** Followers read an outbox at their own pace; none misses an event, and none is advanced twice. */
@PropertyDefaults(tries = 50)
public interface FollowersContract extends OutboxFixture {

    /** Each follower has a position of its own, which begins at 0 and is what was noted last. */
    @Property
    default void eachFollowerHasItsOwnPosition(@ForAll("differentEvents") List<DomainEvent> events) {
        Outbox outbox = newStore();
        outbox.add(events);
        long position = 0;
        for (Sequenced<DomainEvent> each : contents(outbox, 0)) {
            assertThat(outbox.position("mail")).as("how far mail has come").isEqualTo(position);
            outbox.advance("mail", position, each.sequence());
            position = each.sequence();
        }
        outbox.advance("mail", position, position);
        assertThat(outbox.position("mail")).as("how far mail has come").isEqualTo(position);
        assertThat(outbox.position("Mail"))
                .as("how far another follower has come")
                .isZero();
    }

    /** A follower that somebody else advanced is not advanced from where it was before. */
    @Property
    default void aStaleAdvanceIsRefused(@ForAll("differentEvents") List<DomainEvent> events) {
        Outbox outbox = newStore();
        outbox.add(events);
        List<Sequenced<DomainEvent>> all = contents(outbox, 0);
        long first = all.get(0).sequence();
        long last = all.get(all.size() - 1).sequence();
        outbox.advance("mail", 0, first);
        assertThatThrownBy(() -> outbox.advance("mail", 0, last))
                .as("advancing from 0 a follower that has come to %s", first)
                .isInstanceOf(StaleVersionException.class);
        assertThatThrownBy(() -> outbox.advance("mail", last, last))
                .as("advancing from %s a follower that has come to %s", last, first)
                .isInstanceOf(StaleVersionException.class);
        assertThat(outbox.position("mail"))
                .as("how far it has come, after refusals")
                .isEqualTo(first);
    }

    /** Nobody goes back, beyond the last event, or without a name. */
    @Property(tries = 10)
    default void anImpossibleAdvanceIsRefused(@ForAll("differentEvents") List<DomainEvent> events) {
        Outbox outbox = newStore();
        outbox.add(events);
        List<Sequenced<DomainEvent>> all = contents(outbox, 0);
        long last = all.get(all.size() - 1).sequence();
        outbox.advance("mail", 0, last);
        assertThatThrownBy(() -> outbox.advance("mail", last, last - 1))
                .as("going back")
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> outbox.advance("mail", last, last + 1))
                .as("going beyond the last event")
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> outbox.advance("mail", -1, last))
                .as("advancing from -1")
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> outbox.advance(" ", 0, last))
                .as("advancing a follower without a name")
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> outbox.position(" "))
                .as("the position of a follower without a name")
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(outbox.position("mail"))
                .as("how far it has come, after refusals")
                .isEqualTo(last);
    }

    /** A follower that reads on while others add meets every event, each once: none comes up behind it. */
    @Test
    default void aFollowerMissesNothing() {
        Outbox outbox = newStore();
        int rounds = 50;
        AtomicInteger atWork = new AtomicInteger(Together.THREADS - 1);
        List<List<String>> seen = Together.all("adding and following", writer -> () -> {
            List<String> mine = new ArrayList<>();
            if (writer == 0) {
                long position = 0;
                boolean isLast;
                do {
                    isLast = atWork.get() == 0;
                    for (Sequenced<DomainEvent> each : contents(outbox, position)) {
                        mine.add(each.entry().id().value());
                        position = each.sequence();
                    }
                } while (!isLast);
            } else {
                for (int round = 0; round < rounds; round++) {
                    outbox.add(List.of(UnitRecords.event(writer + "-" + round)));
                }
                atWork.decrementAndGet();
            }
            return mine;
        });
        assertThat(seen.get(0))
                .as("the events that a follower met, of %s added by others", (Together.THREADS - 1) * rounds)
                .isEqualTo(Lists.transform(
                        contents(outbox, 0), each -> each.entry().id().value()))
                .hasSize((Together.THREADS - 1) * rounds);
    }

    /** Of several that advance one follower from the same position, one wins, and the others are told. */
    @Test
    default void aFollowerIsAdvancedOnce() {
        Outbox outbox = newStore();
        int rounds = 25;
        for (int round = 0; round < rounds; round++) {
            outbox.add(List.of(UnitRecords.event("E-" + round)));
        }
        List<Sequenced<DomainEvent>> all = contents(outbox, 0);
        CyclicBarrier start = new CyclicBarrier(Together.THREADS);
        List<List<Integer>> won = Together.all("advancing one follower", reader -> () -> {
            List<Integer> mine = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                start.await(20, TimeUnit.SECONDS);
                long from = round == 0 ? 0 : all.get(round - 1).sequence();
                try {
                    outbox.advance("mail", from, all.get(round).sequence());
                    mine.add(round);
                } catch (StaleVersionException lost) {
                    // Somebody else won this round.
                }
            }
            return mine;
        });
        assertThat(won.stream().flatMap(List::stream).sorted())
                .as("the rounds in which one of %s was accepted: each round once", Together.THREADS)
                .isEqualTo(IntStream.range(0, rounds).boxed().toList());
    }
}
