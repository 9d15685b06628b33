package io.salesops.core.process;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * The content that sellers have: what of it is out of date, and where there is none.
 *
 * @param contents the content; identifiers differ
 */
public record ContentCatalogue(ImmutableList<SalesContent> contents) {

    /** Obtains a catalogue. */
    public static ContentCatalogue of(Iterable<SalesContent> contents) {
        return new ContentCatalogue(ImmutableList.copyOf(contents));
    }

    /** Returns what is out of date on a day: expired, due for review, without an owner, or twice under one identifier. */
    public ImmutableList<Finding> stale(LocalDate on) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        Set<String> seen = new HashSet<>();
        for (SalesContent content : contents) {
            if (!seen.add(content.id())) {
                findings.add(Finding.error(
                        "process.content.duplicate", content.id(), "'" + content.id() + "' stands here twice"));
            }
            if (!content.isUsable(on)) {
                findings.add(Finding.error(
                        "process.content.expired",
                        content.id(),
                        "'" + content.title() + "' expired on "
                                + content.expires().orElseThrow()));
            } else if (content.reviewBy().filter(day -> day.isBefore(on)).isPresent()) {
                findings.add(Finding.warning(
                        "process.content.review",
                        content.id(),
                        "'" + content.title() + "' was to be reviewed by "
                                + content.reviewBy().orElseThrow()));
            }
            if (content.owner().isEmpty()) {
                findings.add(Finding.warning(
                        "process.content.owner", content.id(), "nobody answers for '" + content.title() + "'"));
            }
        }
        return findings.build();
    }

    /**
     * Returns a warning for each stage, product and persona for which there is nothing that may be used on a day. Cost: their
     * product, times the content.
     */
    public ImmutableList<Finding> uncovered(
            Iterable<String> stages, Iterable<String> products, Iterable<String> personas, LocalDate on) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        for (String stage : stages) {
            for (String product : products) {
                for (String persona : personas) {
                    boolean covered = contents.stream()
                            .anyMatch(content -> content.isUsable(on) && content.covers(stage, product, persona));
                    if (!covered) {
                        findings.add(Finding.warning(
                                "process.content.uncovered",
                                stage + "/" + product + "/" + persona,
                                "there is nothing for " + persona + " about " + product + " in " + stage));
                    }
                }
            }
        }
        return findings.build();
    }
}
