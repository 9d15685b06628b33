package io.salesops.core.crm;

import static java.util.Comparator.comparing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Hierarchy.Reporting;
import io.salesops.core.finding.Finding;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds overlaps and circles in a hierarchy. */
final class HierarchyCheck {
    private final Hierarchy hierarchy;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<List<RepId>, LocalDate> circles = new HashMap<>();

    private HierarchyCheck(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    static ImmutableList<Finding> check(Hierarchy hierarchy) {
        HierarchyCheck check = new HierarchyCheck(hierarchy);
        for (RepId rep : new TreeSet<>(hierarchy.linksByRep().keySet())) {
            check.overlaps(rep);
            check.circles(rep);
        }
        check.reportCircles();
        return ImmutableList.copyOf(check.findings);
    }

    private void overlaps(RepId rep) {
        List<Reporting> links = hierarchy.linksByRep().get(rep).reverse();
        for (int i = 0; i < links.size(); i++) {
            Reporting link = links.get(i);
            if (link.dates().isEmpty()) {
                findings.add(Finding.warning(
                        "crm.hierarchy.emptyLink",
                        rep + "/manager",
                        rep + " reports to " + link.manager() + " on no day: " + link.dates() + "."));
                continue;
            }
            for (int j = i + 1; j < links.size(); j++) {
                link.dates()
                        .intersection(links.get(j).dates())
                        .filter(days -> !days.isEmpty())
                        .ifPresent(overlapWith(link, links.get(j)));
            }
        }
    }

    private java.util.function.Consumer<DateRange> overlapWith(Reporting link, Reporting later) {
        return days -> findings.add(
                link.manager().equals(later.manager())
                        ? Finding.warning(
                                "crm.hierarchy.duplicate",
                                link.rep() + "/manager",
                                link.rep() + " reports to " + link.manager() + " twice " + days + ".")
                        : Finding.error(
                                        "crm.hierarchy.overlap",
                                        link.rep() + "/manager",
                                        link.rep() + " reports to " + link.manager() + " and to " + later.manager()
                                                + " " + days + ".")
                                .withEvidence(ImmutableMap.of(
                                        "first", link.manager().value(),
                                        "second", later.manager().value()))
                                .maybe("Maybe the first link should end where the second begins."));
    }

    /**
     * A circle closes on a day on which the manager of one of its reps changes: a link of that rep begins, or an
     * overlapping one ends. So chains need to be followed on those days only.
     */
    private void circles(RepId rep) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (Reporting link : hierarchy.linksByRep().get(rep)) {
            days.add(link.dates().from().orElse(LocalDate.MIN));
            link.dates().before().ifPresent(days::add);
        }
        for (LocalDate day : days) {
            List<RepId> chain = hierarchy.managersOf(rep, day);
            RepId top = chain.isEmpty() ? rep : chain.get(chain.size() - 1);
            if (hierarchy.managerOf(top, day).filter(rep::equals).isPresent()) {
                List<RepId> circle = new ArrayList<>(chain);
                circle.add(0, rep);
                Collections.rotate(circle, -circle.indexOf(Collections.min(circle)));
                circles.merge(circle, day, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
    }

    private void reportCircles() {
        circles.entrySet().stream()
                .sorted(comparing((Map.Entry<List<RepId>, LocalDate> circle) -> circle.getValue())
                        .thenComparing(circle -> circle.getKey().toString()))
                .forEach(circle -> findings.add(circle(circle.getKey(), circle.getValue())));
    }

    private static Finding circle(List<RepId> reps, LocalDate day) {
        RepId first = reps.get(0);
        String names = String.join(", ", reps.stream().map(RepId::value).toList());
        String since = day.equals(LocalDate.MIN) ? "from the beginning" : "from " + day;
        return Finding.error(
                        "crm.hierarchy.circle",
                        first + "/manager",
                        reps.size() == 1
                                ? first + " reports to " + first + " " + since + "."
                                : names + " report to each other in a circle " + since + ".")
                .withEvidence(ImmutableMap.of("circle", names))
                .maybe("Maybe one of the links has the wrong manager.");
    }
}
