package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Hierarchy.Reporting;
import io.salesops.core.finding.Finding;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HierarchyTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private static Reporting link(String rep, String manager, String from, String before) {
        return new Reporting(RepId.of(rep), RepId.of(manager), DateRange.of(from, before));
    }

    @Test
    void aRepChangesManagerOnTheDayOnWhichTheNewLinkBegins() {
        Hierarchy hierarchy = Hierarchy.builder()
                .addLinks(
                        link("ana", "ben", "2026-01-01", "2026-03-01"),
                        link("ana", "cleo", "2026-03-01", "2027-01-01"),
                        link("cleo", "dan", "2026-01-01", "2027-01-01"))
                .build();
        assertThat(hierarchy.managerOf(RepId.of("ana"), MARCH.minusDays(1))).contains(RepId.of("ben"));
        assertThat(hierarchy.managersOf(RepId.of("ana"), MARCH)).containsExactly(RepId.of("cleo"), RepId.of("dan"));
        assertThat(hierarchy.allReportsOf(RepId.of("dan"), MARCH)).containsExactly(RepId.of("ana"), RepId.of("cleo"));
        assertThat(hierarchy.managerOf(RepId.of("ana"), LocalDate.of(2027, 1, 1)))
                .isEmpty();
        assertThat(hierarchy.check()).isEmpty();
    }

    @Test
    void findingsNameRepsManagersAndDays() {
        Hierarchy hierarchy = Hierarchy.builder()
                .addLinks(
                        link("ana", "ben", "2026-01-01", "2026-04-01"),
                        link("ana", "cleo", "2026-03-01", "2027-01-01"),
                        link("cleo", "ana", "2026-02-01", "2026-05-01"),
                        link("dan", "dan", "2026-01-01", "2026-02-01"),
                        link("eve", "dan", "2026-01-01", "2026-01-01"))
                .build();
        assertThat(hierarchy.check())
                .extracting(Finding::text)
                .containsExactly(
                        "error crm.hierarchy.overlap ana/manager: ana reports to ben and to cleo from 2026-03-01 to"
                                + " before 2026-04-01. Maybe the first link should end where the second begins.",
                        "warning crm.hierarchy.emptyLink eve/manager: eve reports to dan on no day: from 2026-01-01 to"
                                + " before 2026-01-01.",
                        "error crm.hierarchy.circle dan/manager: dan reports to dan from 2026-01-01. Maybe one of the"
                                + " links has the wrong manager.",
                        "error crm.hierarchy.circle ana/manager: ana, cleo report to each other in a circle from"
                                + " 2026-03-01. Maybe one of the links has the wrong manager.");
        assertThat(hierarchy.managersOf(RepId.of("ana"), MARCH)).containsExactly(RepId.of("cleo"));
        assertThat(hierarchy.allReportsOf(RepId.of("ana"), MARCH)).containsExactly(RepId.of("cleo"));
    }

    @Test
    void twoLinksToOneManagerAreADuplicate() {
        Hierarchy hierarchy = Hierarchy.builder()
                .addLinks(
                        link("ana", "ben", "2026-01-01", "2026-04-01"), link("ana", "ben", "2026-03-01", "2027-01-01"))
                .build();
        assertThat(hierarchy.check()).extracting(Finding::code).containsExactly("crm.hierarchy.duplicate");
    }
}
