package io.salesops.core.crm;

import static java.util.Comparator.comparing;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Lists;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import io.salesops.core.finding.Finding;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The values of one field over time, from its changes in any order and its value now.
 *
 * <p>Changes are ordered by instant. Those of one instant are ordered so that each begins where the one before it ended,
 * as a trail that uses every change once (Hierholzer 1873); where there is no such trail they come in the order of their
 * texts. Where two records contradict each other, the later one is believed: the value before a change is what that
 * change says it was, and the value after the last one is the value now. Cost: n log n.
 *
 * @param changes from the first to the last
 * @param now the text of the value now
 */
record FieldHistory(ImmutableList<FieldChange> changes, Optional<String> now) {
    private static final Comparator<Optional<String>> TEXTS = comparing(text -> text.orElse(""));
    private static final Comparator<FieldChange> BY_TEXT = comparing(FieldChange::before, TEXTS)
            .thenComparing(FieldChange::after, TEXTS)
            .thenComparing(change -> change.by().who());

    /** Orders the changes; texts are compared as they are, so they must be in the one form that their values have. */
    static FieldHistory of(List<FieldChange> changes, Optional<String> now) {
        List<FieldChange> sorted = new ArrayList<>(changes);
        sorted.sort(comparing((FieldChange change) -> change.by().at()).thenComparing(BY_TEXT));
        List<FieldChange> backwards = new ArrayList<>(sorted.size());
        Optional<String> end = now;
        for (int last = sorted.size(); last > 0; ) {
            int first = last - 1;
            while (first > 0 && at(sorted.get(first - 1)).equals(at(sorted.get(last - 1)))) {
                first--;
            }
            List<FieldChange> together = sorted.subList(first, last);
            backwards.addAll(Lists.reverse(together.size() == 1 ? together : trail(together, end)));
            end = backwards.get(backwards.size() - 1).before();
            last = first;
        }
        return new FieldHistory(ImmutableList.copyOf(Lists.reverse(backwards)), now);
    }

    /** The text of the value at an instant; a change counts from its own instant on. */
    Optional<String> valueAt(Instant at) {
        return firstAfter(at).map(FieldChange::before).orElse(now);
    }

    /** The first change after an instant. */
    Optional<FieldChange> firstAfter(Instant at) {
        return changes.stream().filter(change -> at(change).isAfter(at)).findFirst();
    }

    /** A warning for each pair of neighbours that contradict each other, and for a last change that does not lead to the value now. */
    List<Finding> contradictions(OpportunityId opportunity) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            FieldChange change = changes.get(i);
            boolean isLast = i == changes.size() - 1;
            Optional<String> next = isLast ? now : changes.get(i + 1).before();
            if (!change.after().equals(next)) {
                findings.add(Finding.warning(
                                "crm.history.contradiction",
                                opportunity + "/" + change.field(),
                                change.field() + " became " + words(change.after()) + " at " + at(change) + ", but "
                                        + (isLast
                                                ? "is " + words(next) + " now"
                                                : "was " + words(next) + " before the change at "
                                                        + at(changes.get(i + 1)))
                                        + "; the later record is believed.")
                        .withEvidence(ImmutableMap.of("after", change.after().orElse(""), "next", next.orElse("")))
                        .maybe("Maybe a change is missing from the export."));
            }
        }
        return findings;
    }

    private static Instant at(FieldChange change) {
        return change.by().at();
    }

    private static String words(Optional<String> text) {
        return text.map(value -> "'" + value + "'").orElse("empty");
    }

    /** Changes of one instant as a trail that ends at {@code end} if it can, walked backwards from there. */
    private static List<FieldChange> trail(List<FieldChange> together, Optional<String> end) {
        Multiset<Optional<String>> surplus = HashMultiset.create();
        together.forEach(change -> surplus.add(change.after()));
        Multiset<Optional<String>> starts = HashMultiset.create();
        together.forEach(change -> starts.add(change.before()));
        Multisets.removeOccurrences(surplus, ImmutableList.copyOf(starts));
        ListMultimap<Optional<String>, FieldChange> into = LinkedListMultimap.create();
        together.forEach(change -> into.put(change.after(), change));
        Optional<String> from = surplus.isEmpty()
                ? (into.containsKey(end) ? end : together.get(0).after())
                : surplus.iterator().next();
        List<FieldChange> trail = new ArrayList<>(together.size());
        Deque<FieldChange> walked = new ArrayDeque<>();
        Optional<String> here = from;
        while (true) {
            List<FieldChange> ways = into.get(here);
            if (!ways.isEmpty()) {
                FieldChange way = ways.remove(0);
                walked.push(way);
                here = way.before();
            } else if (walked.isEmpty()) {
                break;
            } else {
                FieldChange done = walked.pop();
                trail.add(done);
                here = done.after();
            }
        }
        return isTrail(trail, together.size()) ? trail : together;
    }

    private static boolean isTrail(List<FieldChange> trail, int size) {
        for (int i = 1; i < trail.size(); i++) {
            if (!trail.get(i - 1).after().equals(trail.get(i).before())) {
                return false;
            }
        }
        return trail.size() == size;
    }
}
