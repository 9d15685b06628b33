package io.salesops.commission.incremental;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import io.salesops.commission.incremental.ChangeEvent.HierarchyChanged;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.Hierarchy.Reporting;
import io.salesops.core.crm.RepId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Says whose rolled-up credits change between two hierarchies, and from when: all who stand above a rep whose link is new,
 * gone or dated otherwise, before or after. Stateless and thread-safe.
 */
public final class HierarchyChanges {
    private HierarchyChanges() {}

    /** Returns a change for each link that is in one of the hierarchies only; cost: those times links times depth. */
    public static ImmutableList<HierarchyChanged> between(Hierarchy before, Hierarchy after) {
        ImmutableSet<Reporting> was = ImmutableSet.copyOf(before.links());
        ImmutableSet<Reporting> is = ImmutableSet.copyOf(after.links());
        ImmutableSortedSet<LocalDate> turns = Stream.concat(was.stream(), is.stream())
                .flatMap(link -> Stream.of(link.dates().from(), link.dates().before()))
                .map(bound -> bound.orElse(LocalDate.MIN))
                .collect(ImmutableSortedSet.toImmutableSortedSet(LocalDate::compareTo));
        List<HierarchyChanged> changes = new ArrayList<>();
        for (Reporting link : Sets.symmetricDifference(was, is)) {
            LocalDate from = link.dates().from().orElse(LocalDate.MIN);
            Set<PayeeId> above = new TreeSet<>();
            for (LocalDate day : turns.tailSet(from, true)) {
                above(link.rep(), before, day, above);
                above(link.rep(), after, day, above);
            }
            if (!above.isEmpty()) {
                changes.add(new HierarchyChanged(ImmutableSortedSet.copyOf(above), from));
            }
        }
        return ImmutableList.copyOf(changes);
    }

    private static void above(RepId rep, Hierarchy hierarchy, LocalDate day, Set<PayeeId> above) {
        hierarchy.managersOf(rep, day).forEach(manager -> above.add(PayeeId.of(manager.value())));
    }
}
