package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Hierarchy.Reporting;
import io.salesops.core.finding.Finding;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Against plain scans over few reps and days, so that overlaps and circles are frequent. */
class HierarchyProperties {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 12;
    private static final List<RepId> REPS = List.of(RepId.of("a"), RepId.of("b"), RepId.of("c"), RepId.of("d"));

    @Property
    void reportsAreTheInverseOfManagers(@ForAll("links") List<Reporting> links, @ForAll("day") LocalDate on) {
        Hierarchy hierarchy = Hierarchy.builder().links(links).build();
        for (RepId manager : REPS) {
            Set<RepId> direct = new TreeSet<>();
            Set<RepId> all = new TreeSet<>();
            for (RepId rep : REPS) {
                if (hierarchy.managerOf(rep, on).equals(Optional.of(manager))) {
                    direct.add(rep);
                }
                if (!rep.equals(manager) && hierarchy.managersOf(rep, on).contains(manager)) {
                    all.add(rep);
                }
            }
            assertThat(hierarchy.reportsOf(manager, on)).containsExactlyElementsOf(direct);
            assertThat(hierarchy.allReportsOf(manager, on)).containsExactlyElementsOf(all);
        }
    }

    @Property
    void theOrderOfLinksHasNoMeaning(
            @ForAll("links") List<Reporting> links, @ForAll("day") LocalDate on, @ForAll Random random) {
        List<Reporting> shuffled = new ArrayList<>(links);
        Collections.shuffle(shuffled, random);
        Hierarchy one = Hierarchy.builder().links(links).build();
        Hierarchy other = Hierarchy.builder().links(shuffled).build();
        assertThat(other.check()).isEqualTo(one.check());
        for (RepId rep : REPS) {
            assertThat(other.managersOf(rep, on)).isEqualTo(one.managersOf(rep, on));
        }
    }

    @Property
    void twoManagersOnOneDayAreFoundExactlyWhereADayHasTwo(@ForAll("links") List<Reporting> links) {
        boolean overlap = false;
        for (RepId rep : REPS) {
            for (int day = -1; day <= DAYS; day++) {
                LocalDate on = START.plusDays(day);
                Set<RepId> managers = new HashSet<>();
                links.stream()
                        .filter(link -> link.rep().equals(rep) && link.dates().contains(on))
                        .forEach(link -> managers.add(link.manager()));
                overlap |= managers.size() > 1;
            }
        }
        assertThat(codes(links).contains("crm.hierarchy.overlap")).isEqualTo(overlap);
    }

    @Property
    void circlesAreFoundExactlyWhereADayHasOne(@ForAll("links") List<Reporting> links) {
        Hierarchy hierarchy = Hierarchy.builder().links(links).build();
        Set<String> circles = new HashSet<>();
        for (int day = -1; day <= DAYS; day++) {
            LocalDate on = START.plusDays(day);
            for (RepId rep : REPS) {
                List<RepId> walk = new ArrayList<>(List.of(rep));
                Optional<RepId> next = hierarchy.managerOf(rep, on);
                while (next.isPresent() && !next.get().equals(rep) && walk.size() <= REPS.size()) {
                    walk.add(next.get());
                    next = hierarchy.managerOf(next.get(), on);
                }
                if (next.equals(Optional.of(rep)) && Collections.min(walk).equals(rep)) {
                    circles.add(
                            String.join(", ", walk.stream().map(RepId::value).toList()));
                }
            }
        }
        assertThat(hierarchy.check().stream()
                        .filter(finding -> finding.code().equals("crm.hierarchy.circle"))
                        .map(finding -> finding.evidence().get("circle")))
                .containsExactlyInAnyOrderElementsOf(circles);
    }

    @Property
    void aHierarchyThatIsValidByConstructionHasNoFindings(@ForAll("valid") Hierarchy hierarchy) {
        assertThat(hierarchy.check()).isEmpty();
    }

    private static List<String> codes(List<Reporting> links) {
        return Hierarchy.builder().links(links).build().check().stream()
                .map(Finding::code)
                .toList();
    }

    @Provide
    Arbitrary<List<Reporting>> links() {
        Arbitrary<RepId> rep = Arbitraries.of(REPS);
        Arbitrary<Integer> day = Arbitraries.integers().between(0, DAYS);
        Arbitrary<DateRange> dates = Combinators.combine(
                        day, day, Arbitraries.integers().between(0, 6))
                .as((one, other, kind) -> {
                    LocalDate from = START.plusDays(Math.min(one, other));
                    LocalDate before = START.plusDays(Math.max(one, other));
                    return switch (kind) {
                        case 0 -> DateRange.from(from);
                        case 1 -> DateRange.before(before);
                        default -> DateRange.of(from, before);
                    };
                });
        return Combinators.combine(rep, rep, dates).as(Reporting::new).list().ofMaxSize(7);
    }

    @Provide
    Arbitrary<LocalDate> day() {
        return Arbitraries.integers().between(-1, DAYS).map(START::plusDays);
    }

    @Provide
    Arbitrary<Hierarchy> valid() {
        return CrmArbitraries.hierarchies();
    }
}
