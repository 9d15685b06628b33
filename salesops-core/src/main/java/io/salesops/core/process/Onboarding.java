package io.salesops.core.process;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.RepId;
import io.salesops.core.explain.Ratio;
import io.salesops.core.finding.Finding;
import io.salesops.core.style.SalesOpsStyle;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** How far a new seller is: the checklist, what of it is done, and the first deal. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Onboarding.Builder.class)
public interface Onboarding extends WithOnboarding {

    /** The seller. */
    RepId rep();

    /** The first day. */
    LocalDate started();

    /** What is to be done, and within how many days of the start, by name. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, Integer> checklist();

    /** The day on which each was done; those not named are open. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, LocalDate> done();

    /** What is done by a day, of what is to be done. */
    default Ratio progress(LocalDate on) {
        long finished = checklist().keySet().stream()
                .filter(name -> Optional.ofNullable(done().get(name))
                        .filter(day -> !day.isAfter(on))
                        .isPresent())
                .count();
        return Ratio.of(finished, checklist().size(), ImmutableList.of());
    }

    /** Returns a warning for each point of the checklist that was to be done before a day, and is not. */
    default ImmutableList<Finding> overdue(LocalDate on) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        checklist().forEach((name, days) -> {
            LocalDate due = started().plusDays(days);
            boolean isDone = Optional.ofNullable(done().get(name))
                    .filter(day -> !day.isAfter(on))
                    .isPresent();
            if (!isDone && on.isAfter(due)) {
                findings.add(Finding.warning(
                        "process.onboarding.overdue", rep() + "/" + name, "'" + name + "' was due on " + due));
            }
        });
        return findings.build();
    }

    /** The days from the start to the close date of the seller's first won deal; absent where there is none. */
    default OptionalLong daysToFirstDeal(SalesProcess process, Iterable<Opportunity> deals) {
        Optional<LocalDate> first = ImmutableList.copyOf(deals).stream()
                .filter(deal -> deal.owner().equals(Optional.of(rep())))
                .filter(deal -> process.stage(deal.stage())
                        .filter(stage -> stage.outcome() == StageOutcome.WON)
                        .isPresent())
                .flatMap(deal -> deal.closeDate().stream())
                .filter(day -> !day.isBefore(started()))
                .min(Comparator.naturalOrder());
        return first.map(day -> OptionalLong.of(ChronoUnit.DAYS.between(started(), day)))
                .orElse(OptionalLong.empty());
    }

    /** Starts a record of a new seller. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the days. */
    @Value.Check
    default void check() {
        checklist().forEach((name, days) -> checkArgument(days >= 0, "'%s' cannot be due %s days after", name, days));
        done().keySet()
                .forEach(name ->
                        checkArgument(checklist().containsKey(name), "'%s' is done, but not on the checklist", name));
    }

    /** Builds records of new sellers. */
    final class Builder extends ImmutableOnboarding.Builder {
        Builder() {}
    }
}
