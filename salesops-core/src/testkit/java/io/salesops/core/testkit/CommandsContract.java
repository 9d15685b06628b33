package io.salesops.core.testkit;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** Whatever is called in whatever order, a store holds what a plain map would hold. */
@PropertyDefaults(tries = 50)
public interface CommandsContract<T, I extends Comparable<I>> extends RepositoryFixture<T, I> {

    /** Sequences of calls. */
    @Provide
    default Arbitrary<List<Command<T>>> commands() {
        return Command.sequences(values(), this::withId);
    }

    /** Any sequence of right and stale writes leaves the store as it leaves a map with versions. */
    @Property
    default void aStoreBehavesLikeAMapWithVersions(@ForAll("commands") List<Command<T>> commands) {
        MapModel<T, I> model = new MapModel<>(this, newStore());
        commands.forEach(model::run);
    }
}
