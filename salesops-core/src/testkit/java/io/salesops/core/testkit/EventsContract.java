package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.salesops.core.event.DomainEvent;
import io.salesops.core.event.Outbox;
import io.salesops.core.repository.Sequenced;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.IntRange;

/** Events are added once, all of a batch or none, and read in order. */
@PropertyDefaults(tries = 50)
public interface EventsContract extends OutboxFixture {

    /** What is added is read in its order, under sequences that grow; behind each sequence, what came after it. */
    @Property
    default void whatIsAddedIsRead(@ForAll("differentEvents") List<DomainEvent> events) {
        Outbox outbox = newStore();
        outbox.add(List.of());
        assertThat(contents(outbox, 0))
                .as("an outbox to which nothing was added")
                .isEmpty();
        outbox.add(events.subList(0, 1));
        outbox.add(events.subList(1, events.size()));
        List<Sequenced<DomainEvent>> all = contents(outbox, 0);
        assertThat(Lists.transform(all, Sequenced::entry))
                .as("the events in the order in which they were added")
                .isEqualTo(events);
        assertThat(Lists.transform(all, Sequenced::sequence))
                .as("the sequences, each once and growing")
                .doesNotHaveDuplicates()
                .isSorted();
        for (int i = 0; i < all.size(); i++) {
            assertThat(contents(outbox, all.get(i).sequence()))
                    .as("the events behind sequence %s", all.get(i).sequence())
                    .isEqualTo(all.subList(i + 1, all.size()));
        }
    }

    /** An event that is there is not added again, so that work may be repeated. */
    @Property
    default void anEventIsAddedOnce(
            @ForAll("differentEvents") List<DomainEvent> events, @ForAll @IntRange(max = 5) int place) {
        Outbox outbox = newStore();
        int known = place % events.size();
        outbox.add(events.subList(known, known + 1));
        List<Sequenced<DomainEvent>> before = contents(outbox, 0);
        outbox.add(events);
        outbox.add(events);
        List<DomainEvent> expected = new ArrayList<>(events);
        expected.add(0, expected.remove(known));
        List<Sequenced<DomainEvent>> after = contents(outbox, 0);
        assertThat(Lists.transform(after, Sequenced::entry))
                .as("the events, each added once and those behind the first in their order")
                .isEqualTo(expected);
        assertThat(after.get(0)).as("the event that was there already").isEqualTo(before.get(0));
    }

    /** Another event of a known id is refused, and with it the whole batch, wherever it stands. */
    @Property
    default void anotherEventOfAnIdIsRefused(
            @ForAll("differentEvents") List<DomainEvent> events, @ForAll @IntRange(max = 5) int place) {
        Outbox outbox = newStore();
        int known = place % events.size();
        DomainEvent other = events.get(known).withSubject(events.get(known).subject() + "?");
        outbox.add(List.of(other));
        List<Sequenced<DomainEvent>> before = contents(outbox, 0);
        assertThatThrownBy(() -> outbox.add(events))
                .as("adding events of which the one at %s has the id of another", known)
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(contents(outbox, 0))
                .as("one event was refused, so none of them is added")
                .isEqualTo(before);
        Outbox empty = newStore();
        List<DomainEvent> twice = new ArrayList<>(events);
        twice.add(other);
        assertThatThrownBy(() -> empty.add(twice))
                .as("adding two different events of one id together")
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(contents(empty, 0)).as("a refused write changes nothing").isEmpty();
    }

    /** A negative sequence is a mistake of the program. */
    @Property(tries = 5)
    default void aNegativeSequenceIsRefused(@ForAll("differentEvents") List<DomainEvent> events) {
        Outbox outbox = newStore();
        outbox.add(events);
        assertThatThrownBy(() -> outbox.read(-1, found -> true))
                .as("reading behind sequence -1")
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What is added while a reading runs is not in it; a list that was added belongs to the caller. */
    @Property
    default void aReadingIsAsOfItsBeginning(@ForAll("differentEvents") List<DomainEvent> events) {
        Outbox outbox = newStore();
        List<DomainEvent> mine = new ArrayList<>(events.subList(0, events.size() - 1));
        outbox.add(mine);
        List<DomainEvent> copy = ImmutableList.copyOf(mine);
        mine.clear();
        List<DomainEvent> seen = outbox.read(0, found -> {
            List<DomainEvent> all = new ArrayList<>();
            for (Sequenced<DomainEvent> each : found) {
                outbox.add(events);
                all.add(each.entry());
            }
            return all;
        });
        assertThat(seen).as("the reading during which others wrote").isEqualTo(copy);
        assertThat(Lists.transform(contents(outbox, 0), Sequenced::entry))
                .as("the outbox after that")
                .isEqualTo(events);
    }

    /** A reading may be passed over again, is closed when its body returns or throws, and leaves nothing open. */
    @Property(tries = 10)
    default void aReadingIsClosed(@ForAll("differentEvents") List<DomainEvent> events) {
        Outbox outbox = newStore();
        outbox.add(events);
        CursorLaws.Reading<Sequenced<DomainEvent>> reading = new CursorLaws.Reading<>() {
            @Override
            public <R> R read(Function<? super Iterable<Sequenced<DomainEvent>>, ? extends R> body) {
                return outbox.read(0, body);
            }
        };
        CursorLaws.passesAreIndependent(reading, contents(outbox, 0));
        CursorLaws.isClosedWhenTheBodyReturns(reading);
        CursorLaws.isClosedWhenTheBodyThrows(reading);
        CursorLaws.nothingStaysOpen(reading, this::openCursors);
    }

    /** Two tenants add the same events and neither sees or misses what the other added. */
    @Property
    default void tenantsShareNothing(@ForAll("differentEvents") List<DomainEvent> events) {
        Outbox outbox = newStore();
        Outbox other = newStore();
        outbox.add(events);
        outbox.advance("mail", 0, contents(outbox, 0).get(0).sequence());
        assertThat(contents(other, 0)).as("another tenant's outbox").isEmpty();
        assertThat(other.position("mail"))
                .as("how far another tenant's follower of the same name has come")
                .isZero();
        List<DomainEvent> reversed = Lists.reverse(events);
        other.add(reversed);
        assertThat(Lists.transform(contents(other, 0), Sequenced::entry))
                .as("the same events, added by another tenant")
                .isEqualTo(reversed);
        assertThat(Lists.transform(contents(outbox, 0), Sequenced::entry))
                .as("the outbox, after another tenant has added")
                .isEqualTo(events);
    }
}
