package io.salesops.territory.assign;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingTally;
import io.salesops.core.finding.Omission;
import io.salesops.core.run.Execution;
import io.salesops.territory.assign.Decision.Kind;
import io.salesops.territory.assign.RuleBook.Placed;
import io.salesops.territory.assign.RuleBook.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One call over a whole book: accounts by id, decisions in parallel, reports in order. */
final class BookRun {
    private final RuleBook book;
    private final LocalDate on;
    private final Execution execution;
    private final List<Account> accounts = new ArrayList<>();
    private final List<String> duplicates = new ArrayList<>();
    private final FindingTally tally = FindingTally.keepingFirst();

    BookRun(RuleBook book, Iterable<Account> accounts, LocalDate on, Execution execution) {
        this.book = book;
        this.on = on;
        this.execution = execution;
        ImmutableList<Account> sorted = ImmutableList.sortedCopyOf(Comparator.comparing(Account::id), accounts);
        for (int i = 0; i < sorted.size(); i++) {
            AccountId id = sorted.get(i).id();
            boolean repeats = i > 0 && sorted.get(i - 1).id().equals(id);
            boolean repeated = i + 1 < sorted.size() && sorted.get(i + 1).id().equals(id);
            if (!repeats && !repeated) {
                this.accounts.add(sorted.get(i));
            } else {
                duplicates.add(id.value());
                if (!repeats) {
                    tally.add(Finding.error(
                                    "territory.account.duplicate",
                                    id.value(),
                                    "account id " + id + " occurs more than once, so none of them is assigned")
                            .maybe("Maybe remove duplicates first."));
                }
            }
        }
    }

    Assignments run(Provenance.Builder computedFrom) {
        Verdict[] verdicts = new Verdict[accounts.size()];
        Chunks.run(execution, "assign", verdicts.length, (from, before) -> {
            for (int i = from; i < before; i++) {
                verdicts[i] = book.decide(accounts.get(i), on);
            }
        });
        ImmutableSortedMap.Builder<AccountId, TerritoryId> territories = ImmutableSortedMap.naturalOrder();
        ImmutableList.Builder<AccountId> gaps = ImmutableList.builder();
        ImmutableList.Builder<AccountId> conflicts = ImmutableList.builder();
        ImmutableList.Builder<AccountId> undecided = ImmutableList.builder();
        Map<String, Long> missing = new TreeMap<>();
        Map<TerritoryId, Long> counts = new TreeMap<>();
        long gapCount = 0;
        long conflictCount = 0;
        for (int i = 0; i < verdicts.length; i++) {
            Account account = accounts.get(i);
            Verdict verdict = verdicts[i];
            AccountId id = account.id();
            if (verdict.territory().isPresent()) {
                territories.put(id, verdict.territory().get());
                counts.merge(verdict.territory().get(), 1L, Long::sum);
            } else if (verdict.kind() == Kind.GAP) {
                gaps.add(id);
                gapCount++;
            } else {
                conflicts.add(id);
                conflictCount++;
            }
            if (!verdict.unknown().isEmpty()) {
                undecided.add(id);
                Set<String> reasons = new LinkedHashSet<>();
                for (Placed placed : verdict.unknown()) {
                    reasons.addAll(AccountAssigner.missing(account, placed));
                }
                reasons.forEach(reason -> missing.merge(reason, 1L, Long::sum));
            }
            AccountAssigner.verdictFindings(account, on, verdict).forEach(tally::add);
        }
        ImmutableSortedMap<TerritoryId, RepId> owners = owners(counts.keySet());
        return Assignments.builder()
                .territories(territories.buildOrThrow())
                .owners(owners)
                .gaps(gaps.build())
                .conflicts(conflicts.build())
                .undecided(undecided.build())
                .missing(ImmutableSortedMap.copyOf(missing))
                .explanation(explanation(counts, gapCount, conflictCount))
                .computedFrom(computedFrom.putInputs("accounts", facts()).build())
                .findings(tally.kept())
                .omitted(omitted())
                .build();
    }

    private ImmutableSortedMap<TerritoryId, RepId> owners(Set<TerritoryId> territories) {
        ImmutableSortedMap.Builder<TerritoryId, RepId> owners = ImmutableSortedMap.naturalOrder();
        for (TerritoryId territory : territories) {
            Optional<RepId> owner = book.rules().owner(territory, on);
            owner.ifPresentOrElse(
                    rep -> owners.put(territory, rep), () -> tally.add(AccountAssigner.unworked(territory, on)));
        }
        return owners.buildOrThrow();
    }

    private Explanation explanation(Map<TerritoryId, Long> counts, long gaps, long conflicts) {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        counts.forEach((territory, count) -> steps.add(step(territory.value(), count)));
        steps.add(step("gap", gaps));
        steps.add(step("conflict", conflicts));
        return new Explanation.Sum(
                "book on " + on + ", rules " + book.rules().id() + " v"
                        + book.rules().version(),
                Quantity.of(accounts.size(), "accounts"),
                steps.build());
    }

    private Step step(String label, long count) {
        return Step.of(book.ref(""), label, Quantity.of(count, "accounts"));
    }

    /** The whole accounts, in any order; the text of a value is the same on any machine. */
    private Provenance.Input facts() {
        return new Provenance.Input(
                "accounts",
                Integer.toString(accounts.size() + duplicates.size()),
                Fingerprint.ofFacts(accounts.stream().map(Account::toString).toList()));
    }

    private ImmutableList<Omission> omitted() {
        ImmutableList.Builder<Omission> omitted =
                ImmutableList.<Omission>builder().addAll(tally.omitted());
        if (!duplicates.isEmpty()) {
            omitted.add(Omission.of("accounts whose id occurs more than once", duplicates, 5));
        }
        return omitted.build();
    }
}
