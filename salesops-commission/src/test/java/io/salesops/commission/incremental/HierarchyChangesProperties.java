package io.salesops.commission.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.salesops.commission.incremental.ChangeEvent.HierarchyChanged;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.RepId;
import io.salesops.core.testkit.CrmArbitraries;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HierarchyChangesProperties {

    /** Whoever stands above a rep on a day in one hierarchy and not in the other is told of, from that day or earlier. */
    @Property(tries = 300)
    void whoseRollUpChangesIsTold(
            @ForAll("hierarchies") Hierarchy before,
            @ForAll("hierarchies") Hierarchy after,
            @ForAll("days") LocalDate day) {
        List<HierarchyChanged> changes = HierarchyChanges.between(before, after);
        Set<RepId> reps = Stream.concat(before.links().stream(), after.links().stream())
                .map(Hierarchy.Reporting::rep)
                .collect(Collectors.toSet());
        Set<PayeeId> told = changes.stream()
                .filter(change -> !change.from().isAfter(day))
                .flatMap(change -> change.payees().stream())
                .collect(Collectors.toSet());
        for (RepId rep : reps) {
            assertThat(Sets.symmetricDifference(
                                    ImmutableSet.copyOf(before.managersOf(rep, day)),
                                    ImmutableSet.copyOf(after.managersOf(rep, day)))
                            .stream()
                            .map(manager -> PayeeId.of(manager.value())))
                    .as("above %s on %s", rep, day)
                    .isSubsetOf(told);
        }
    }

    @Property(tries = 100)
    void nothingIsToldOfWhatStays(@ForAll("hierarchies") Hierarchy hierarchy) {
        assertThat(HierarchyChanges.between(
                        hierarchy, hierarchy.withLinks(hierarchy.links().reverse())))
                .isEmpty();
    }

    @Provide
    Arbitrary<Hierarchy> hierarchies() {
        return CrmArbitraries.hierarchies();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return CrmArbitraries.days();
    }
}
