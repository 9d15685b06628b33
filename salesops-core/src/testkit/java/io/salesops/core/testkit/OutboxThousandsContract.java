package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.salesops.core.event.DomainEvent;
import io.salesops.core.event.Outbox;
import io.salesops.core.repository.Sequenced;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More events than fit into one page: none is left out, and none comes that is newer than the reading. */
public interface OutboxThousandsContract extends OutboxFixture {

    /** Thousands of events are added in one call and read, from the first or from the middle. */
    @Test
    default void thousandsAreRead() {
        Outbox outbox = newStore();
        List<DomainEvent> events = many("E-", 2_000);
        outbox.add(events);
        List<Sequenced<DomainEvent>> all = contents(outbox, 0);
        assertThat(Lists.transform(all, each -> each.entry().id()))
                .as("the ids of 2,000 events added in one call, in the order in which they were added")
                .isEqualTo(Lists.transform(events, DomainEvent::id));
        assertThat(contents(outbox, all.get(799).sequence()).equals(all.subList(800, all.size())))
                .as("whether all 1,200 events behind the first 800 are read")
                .isTrue();
    }

    /** What is added while thousands are read is not in the reading. */
    @Test
    default void aReadingOfThousandsIsAsOfItsBeginning() {
        Outbox outbox = newStore();
        List<DomainEvent> events = many("E-", 2_000);
        outbox.add(events);
        List<DomainEvent> seen = outbox.read(0, found -> {
            List<DomainEvent> all = new ArrayList<>();
            for (Sequenced<DomainEvent> each : found) {
                if (all.isEmpty()) {
                    outbox.add(many("later ", 300));
                }
                all.add(each.entry());
            }
            return all;
        });
        assertThat(Lists.transform(seen, DomainEvent::id))
                .as("the ids of a reading of 2,000 events during which others added 300")
                .isEqualTo(Lists.transform(events, DomainEvent::id));
        assertThat(contents(outbox, 0)).as("the events after that").hasSize(2_300);
    }

    private static ImmutableList<DomainEvent> many(String prefix, int count) {
        ImmutableList.Builder<DomainEvent> events = ImmutableList.builder();
        for (int i = 0; i < count; i++) {
            events.add(UnitRecords.event(prefix + i));
        }
        return events.build();
    }
}
