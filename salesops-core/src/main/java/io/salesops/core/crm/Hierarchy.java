package io.salesops.core.crm;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.core.finding.Finding;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.immutables.value.Value;

/**
 * Who reports to whom, by date. Immutable and thread-safe.
 *
 * <p>Nothing refuses links that contradict each other; {@link #check} finds them, and every answer is defined all the
 * same: of two managers on one day the one whose link began later counts (of links that began together, the one with the
 * smaller id), and a chain ends before it would repeat a rep. Links are indexed by rep and by manager on first use; costs
 * are given with k for the most links that one rep or one manager has.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Hierarchy.Builder.class)
public interface Hierarchy extends WithHierarchy {

    /** The links, in any order. */
    ImmutableList<Reporting> links();

    /**
     * A rep reports to a manager on the dates.
     *
     * @param rep who reports
     * @param manager to whom
     * @param dates the days on which
     */
    record Reporting(RepId rep, RepId manager, DateRange dates) {

        /** The later begun first; then by manager. */
        static final Comparator<Reporting> LATEST_FIRST = comparing(Reporting::begins, Comparator.reverseOrder())
                .thenComparing(Reporting::manager)
                .thenComparing(link -> link.dates().before().orElse(LocalDate.MAX));

        private LocalDate begins() {
            return dates.from().orElse(LocalDate.MIN);
        }
    }

    /** The links of each rep, the latest first. */
    @Value.Lazy
    default ImmutableListMultimap<RepId, Reporting> linksByRep() {
        return indexed(Reporting::rep);
    }

    /** The links to each manager, the latest first. */
    @Value.Lazy
    default ImmutableListMultimap<RepId, Reporting> linksByManager() {
        return indexed(Reporting::manager);
    }

    private ImmutableListMultimap<RepId, Reporting> indexed(Function<Reporting, RepId> by) {
        return links().stream()
                .sorted(Reporting.LATEST_FIRST)
                .collect(ImmutableListMultimap.toImmutableListMultimap(by, link -> link));
    }

    /** Returns the manager of a rep on a day; cost k. */
    default Optional<RepId> managerOf(RepId rep, LocalDate on) {
        return linksByRep().get(rep).stream()
                .filter(link -> link.dates().contains(on))
                .map(Reporting::manager)
                .findFirst();
    }

    /** Returns the managers above a rep on a day, the nearest first; where links form a circle, each once and never the rep; cost k for each. */
    default ImmutableList<RepId> managersOf(RepId rep, LocalDate on) {
        Set<RepId> chain = new LinkedHashSet<>();
        chain.add(rep);
        Optional<RepId> manager = managerOf(rep, on);
        while (manager.isPresent() && chain.add(manager.get())) {
            manager = managerOf(manager.get(), on);
        }
        return chain.stream().skip(1).collect(ImmutableList.toImmutableList());
    }

    /** Returns the reps whose manager on a day this one is; cost k squared. */
    default ImmutableSortedSet<RepId> reportsOf(RepId manager, LocalDate on) {
        return linksByManager().get(manager).stream()
                .filter(link -> link.dates().contains(on))
                .map(Reporting::rep)
                .filter(rep -> managerOf(rep, on).equals(Optional.of(manager)))
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
    }

    /** Returns the reps below a manager on a day, at any depth, without the manager; cost k squared for each. */
    default ImmutableSortedSet<RepId> allReportsOf(RepId manager, LocalDate on) {
        Set<RepId> found = new TreeSet<>();
        Deque<RepId> open = new ArrayDeque<>();
        open.add(manager);
        while (!open.isEmpty()) {
            for (RepId rep : reportsOf(open.remove(), on)) {
                if (!rep.equals(manager) && found.add(rep)) {
                    open.add(rep);
                }
            }
        }
        return ImmutableSortedSet.copyOf(found);
    }

    /**
     * Returns what is wrong with the links: two managers of a rep on one day and reps who report to each other in a circle
     * (errors), links that say the same twice or hold on no day (warnings). Cost: links times k times depth.
     */
    default ImmutableList<Finding> check() {
        return HierarchyCheck.check(this);
    }

    /** Starts a hierarchy. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds hierarchies. */
    final class Builder extends ImmutableHierarchy.Builder {
        Builder() {}
    }
}
