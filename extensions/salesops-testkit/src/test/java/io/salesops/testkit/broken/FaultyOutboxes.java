package io.salesops.testkit.broken;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.FluentIterable;
import com.google.common.collect.ImmutableList;
import io.salesops.core.event.DomainEvent;
import io.salesops.core.event.EventId;
import io.salesops.core.event.EventStores;
import io.salesops.core.event.Outbox;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.Sequenced;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.testkit.OutboxContract;
import io.salesops.core.testkit.OutboxUnitContract;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Outboxes that lose, repeat or misplace events. */
final class FaultyOutboxes {
    private FaultyOutboxes() {}

    /** Adds an event again that is there. */
    static class AddsAgain implements OutboxContract {
        @Override
        public Outbox newStore() {
            AtomicLong added = new AtomicLong();
            return new OutboxOver() {
                @Override
                public void add(Collection<DomainEvent> events) {
                    super.add(events.stream()
                            .map(event -> event.withId(EventId.of(added.incrementAndGet() + "/" + event.id())))
                            .toList());
                }

                @Override
                public <R> R read(long after, Function<? super Iterable<Sequenced<DomainEvent>>, ? extends R> body) {
                    return super.read(
                            after,
                            found -> body.apply(FluentIterable.from(found)
                                    .transform(each -> new Sequenced<>(
                                            each.sequence(),
                                            each.entry()
                                                    .withId(EventId.of(each.entry()
                                                            .id()
                                                            .value()
                                                            .replaceFirst("^\\d+/", "")))))));
                }
            };
        }
    }

    /** Adds one event after the other, and keeps the first ones when a later one is refused. */
    static class PartialAdd implements OutboxContract {
        @Override
        public Outbox newStore() {
            return new OutboxOver() {
                @Override
                public void add(Collection<DomainEvent> events) {
                    events.forEach(event -> super.add(ImmutableList.of(event)));
                }
            };
        }
    }

    /** Keeps what was there first when another event of the same id comes. */
    static class FirstOneStays implements OutboxContract {
        @Override
        public Outbox newStore() {
            return new OutboxOver() {
                @Override
                public void add(Collection<DomainEvent> events) {
                    List<EventId> known = new ArrayList<>(FluentIterable.from(
                                    kept().<ImmutableList<Sequenced<DomainEvent>>>read(0, ImmutableList::copyOf))
                            .transform(each -> each.entry().id())
                            .toList());
                    List<DomainEvent> fresh = new ArrayList<>();
                    for (DomainEvent event : events) {
                        if (!known.contains(event.id())) {
                            known.add(event.id());
                            fresh.add(event);
                        }
                    }
                    super.add(fresh);
                }
            };
        }
    }

    /** Has one position for all followers. */
    static class OnePosition implements OutboxContract {
        @Override
        public Outbox newStore() {
            return new OutboxOver() {
                @Override
                public long position(String follower) {
                    return super.position(follower.isBlank() ? follower : "all");
                }

                @Override
                public void advance(String follower, long expected, long position) {
                    super.advance(follower.isBlank() ? follower : "all", expected, position);
                }
            };
        }
    }

    /** Advances a follower from wherever it is. */
    static class AdvancesAnyway implements OutboxContract {
        @Override
        public Outbox newStore() {
            return new OutboxOver() {
                @Override
                public void advance(String follower, long expected, long position) {
                    super.advance(follower, expected < 0 ? expected : Math.min(position, position(follower)), position);
                }
            };
        }
    }

    /** Reads from the sequence that is named, and not behind it: the last event comes twice. */
    static class ReadsFrom implements OutboxContract {
        @Override
        public Outbox newStore() {
            return new OutboxOver() {
                @Override
                public <R> R read(long after, Function<? super Iterable<Sequenced<DomainEvent>>, ? extends R> body) {
                    return super.read(after > 0 ? after - 1 : after, body);
                }
            };
        }
    }

    /** Reads from the first event where a negative sequence is named. */
    static class NegativeIsNone implements OutboxContract {
        @Override
        public Outbox newStore() {
            return new OutboxOver() {
                @Override
                public <R> R read(long after, Function<? super Iterable<Sequenced<DomainEvent>>, ? extends R> body) {
                    return super.read(Math.max(0, after), body);
                }
            };
        }
    }

    /** Reads on into what is added meanwhile. */
    static class LiveReading implements OutboxContract {
        @Override
        public Outbox newStore() {
            return new OutboxOver() {
                @Override
                public <R> R read(long after, Function<? super Iterable<Sequenced<DomainEvent>>, ? extends R> body) {
                    return super.read(
                            after,
                            open -> body.apply((Iterable<Sequenced<DomainEvent>>) () -> new AbstractIterator<>() {
                                private long position = after;

                                @Override
                                protected @Nullable Sequenced<DomainEvent> computeNext() {
                                    Iterator<Sequenced<DomainEvent>> rest = kept().<ImmutableList<
                                                            Sequenced<DomainEvent>>>
                                                    read(position, ImmutableList::copyOf)
                                            .iterator();
                                    if (!rest.hasNext()) {
                                        return endOfData();
                                    }
                                    Sequenced<DomainEvent> next = rest.next();
                                    position = next.sequence();
                                    return next;
                                }
                            }));
                }
            };
        }
    }

    /** Hands out a list, which goes on after the reading. */
    static class UnclosedReading implements OutboxContract {
        @Override
        public Outbox newStore() {
            return new OutboxOver() {
                @Override
                public <R> R read(long after, Function<? super Iterable<Sequenced<DomainEvent>>, ? extends R> body) {
                    return body.apply(kept().<ImmutableList<Sequenced<DomainEvent>>>read(after, ImmutableList::copyOf));
                }
            };
        }
    }

    /** Takes no notice of an advance that cannot be. */
    static class ImpossibleIgnored implements OutboxContract {
        @Override
        public Outbox newStore() {
            return new OutboxOver() {
                @Override
                public void advance(String follower, long expected, long position) {
                    try {
                        super.advance(follower, expected, position);
                    } catch (IllegalArgumentException impossible) {
                        return;
                    }
                }
            };
        }
    }

    /** Keeps one outbox for all tenants. */
    static class LeakingTenant implements OutboxContract {
        private static final Outbox ALL = new OutboxOver();

        @Override
        public Outbox newStore() {
            return new OutboxOver(ALL);
        }
    }

    /** Takes numbers when events are added, as a sequence of a database gives them, and shows the events when they are kept. */
    private static final class EarlyNumbers {
        private final AtomicLong next = new AtomicLong();
        private final ConcurrentSkipListMap<Long, DomainEvent> shown = new ConcurrentSkipListMap<>();

        List<Sequenced<DomainEvent>> numbered(Collection<DomainEvent> events) {
            return events.stream()
                    .filter(event -> !shown.containsValue(event))
                    .map(event -> new Sequenced<>(next.incrementAndGet(), event))
                    .toList();
        }

        void show(List<Sequenced<DomainEvent>> events) {
            events.forEach(each -> shown.put(each.sequence(), each.entry()));
        }

        ImmutableList<Sequenced<DomainEvent>> after(long after) {
            return FluentIterable.from(shown.tailMap(after, false).entrySet())
                    .transform(each -> new Sequenced<>(each.getKey(), each.getValue()))
                    .toList();
        }
    }

    /** Numbers an event a moment before it can be read: a follower has gone past it by then. */
    static class NumbersBeforeItShows implements OutboxContract {
        @Override
        public Outbox newStore() {
            EarlyNumbers events = new EarlyNumbers();
            return new OutboxOver() {
                @Override
                public void add(Collection<DomainEvent> added) {
                    List<Sequenced<DomainEvent>> numbered = events.numbered(added);
                    LockSupport.parkNanos(100_000L
                            * (1
                                    + numbered.stream()
                                                    .mapToLong(Sequenced::sequence)
                                                    .sum()
                                            % 3));
                    events.show(numbered);
                }

                @Override
                public <R> R read(long after, Function<? super Iterable<Sequenced<DomainEvent>>, ? extends R> body) {
                    return body.apply(events.after(after));
                }
            };
        }
    }

    /** Numbers an event before its unit of work is kept: a unit that ends first hides that of one that began earlier. */
    static class NumbersBeforeCommit implements OutboxUnitContract {
        @Override
        public UnitOfWork newStores() {
            InMemoryStores stores = InMemoryStores.create().with(EventStores::register);
            EarlyNumbers events = new EarlyNumbers();
            return new UnitOfWork() {
                @Override
                public <R> R perform(Function<? super Ports, ? extends R> work) {
                    List<Sequenced<DomainEvent>> mine = new ArrayList<>();
                    R result = stores.perform(ports -> work.apply(withOutbox(ports, events, mine)));
                    events.show(mine);
                    return result;
                }
            };
        }

        private static UnitOfWork.Ports withOutbox(
                UnitOfWork.Ports ports, EarlyNumbers events, List<Sequenced<DomainEvent>> mine) {
            return new UnitOfWork.Ports() {
                @Override
                public <P> P get(Class<P> port) {
                    return port != Outbox.class
                            ? ports.get(port)
                            : port.cast(new OutboxOver(ports.get(Outbox.class)) {
                                @Override
                                public void add(Collection<DomainEvent> added) {
                                    mine.addAll(events.numbered(added));
                                }

                                @Override
                                public <R> R read(
                                        long after,
                                        Function<? super Iterable<Sequenced<DomainEvent>>, ? extends R> body) {
                                    return body.apply(events.after(after));
                                }
                            });
                }
            };
        }
    }

    /** Writes events past the unit of work, as a message broker that takes no part in it does. */
    static class OutsideTheUnit implements OutboxUnitContract {
        @Override
        public UnitOfWork newStores() {
            InMemoryStores stores = InMemoryStores.create().with(EventStores::register);
            return new UnitOfWork() {
                @Override
                public <R> R perform(Function<? super Ports, ? extends R> work) {
                    return stores.perform(ports -> work.apply(new Ports() {
                        @Override
                        public <P> P get(Class<P> port) {
                            return (port == Outbox.class ? stores : ports).get(port);
                        }
                    }));
                }
            };
        }
    }

    /** Notes past the unit of work how far followers have come. */
    static class PositionsOutside implements OutboxUnitContract {
        @Override
        public UnitOfWork newStores() {
            return new UnitsOver() {
                @Override
                Ports ports(Ports inside, Ports outside, List<Runnable> late) {
                    return with(inside, Outbox.class, new OutboxOver(inside.get(Outbox.class)) {
                        @Override
                        public long position(String follower) {
                            return outside.get(Outbox.class).position(follower);
                        }

                        @Override
                        public void advance(String follower, long expected, long position) {
                            outside.get(Outbox.class).advance(follower, expected, position);
                        }
                    });
                }
            };
        }
    }

    /** Advances a follower at the end of the unit, from wherever it is by then. */
    static class AdvancesLate implements OutboxUnitContract {
        @Override
        public UnitOfWork newStores() {
            return new UnitsOver() {
                @Override
                Ports ports(Ports inside, Ports outside, List<Runnable> late) {
                    return with(inside, Outbox.class, new OutboxOver(inside.get(Outbox.class)) {
                        @Override
                        public void advance(String follower, long expected, long position) {
                            Outbox now = outside.get(Outbox.class);
                            late.add(() -> now.advance(follower, now.position(follower), position));
                        }
                    });
                }
            };
        }
    }
}
