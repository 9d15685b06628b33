package io.salesops.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.event.PlainUnit.Command;
import io.salesops.core.event.PlainUnit.Kind;
import io.salesops.core.event.PlainUnit.World;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.StaleVersionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** Units of work over a repository, a log and the outbox. Each has another one run in the middle of it. */
class UnitOfWorkProperties {

    /** What a unit does before another one begins, what that one does, and what the first does when it has ended. */
    record Scenario(List<Command> before, List<Command> inner, List<Command> after) {}

    @Provide
    Arbitrary<List<Scenario>> scenarios() {
        Arbitrary<Kind> kinds = Arbitraries.frequency(
                Tuple.of(3, Kind.SAVE),
                Tuple.of(1, Kind.DELETE),
                Tuple.of(2, Kind.APPEND),
                Tuple.of(3, Kind.ADD),
                Tuple.of(1, Kind.ADVANCE));
        Arbitrary<List<Command>> commands = Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.frequency(Tuple.of(6, false), Tuple.of(1, true)))
                .as(Command::new)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(commands, commands, commands)
                .as(Scenario::new)
                .list()
                .ofMaxSize(8);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void aUnitIsKeptWholeUnlessAnotherWroteTheSame(@ForAll("scenarios") List<Scenario> scenarios) {
        InMemoryStores stores = InMemoryStores.create()
                .with(EventStores::register)
                .with(PlainUnit.Notes.class, PlainUnit.InMemoryNotes::new);
        World world = new World();
        for (Scenario scenario : scenarios) {
            PlainUnit outer = new PlainUnit(world);
            Optional<Class<?>> conflict = conflict(() -> stores.perform(ports -> {
                outer.run(scenario.before(), ports);
                PlainUnit inner = new PlainUnit(world);
                stores.perform(innerPorts -> {
                    inner.run(scenario.inner(), innerPorts);
                    return "inner";
                });
                assertThat(inner.keepIn(world)).isEmpty();
                world.check(stores);
                outer.run(scenario.after(), ports);
                return "outer";
            }));
            Set<Class<?>> expected = outer.keepIn(world);
            Statistics.collect(conflict.map(Class::getSimpleName).orElse("kept"));
            assertThat(expected.isEmpty()).isEqualTo(conflict.isEmpty());
            assertThat(expected).containsAll(conflict.stream().toList());
            world.check(stores);
        }
        Statistics.coverage(coverage -> {
            coverage.check("kept").percentage(share -> share > 20);
            coverage.check("StaleVersionException").percentage(share -> share > 5);
            coverage.check("IllegalArgumentException").count(count -> count > 0);
        });
    }

    private static Optional<Class<?>> conflict(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (StaleVersionException | IllegalArgumentException conflict) {
            return Optional.of(conflict.getClass());
        }
    }
}
