package io.salesops.core.crm;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Ordering;
import com.google.common.collect.TreeMultimap;
import io.salesops.core.finding.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Groups of companies, from the parents that accounts name. Immutable and thread-safe.
 *
 * <p>Bad data is reported by {@link #findings()} and leaves the rest in order: an account whose parent is not there counts
 * as the top of its group, accounts that are above each other in a circle have no ultimate parent, and of accounts with
 * one id the one with the smallest parent counts. The order of the accounts has no meaning. Cost: n log n to build.
 */
public final class AccountTree {
    private static final Ordering<Optional<AccountId>> SMALLEST_PARENT =
            Ordering.from(Comparators.emptiesLast(Comparator.<AccountId>naturalOrder()));

    private final ImmutableSortedMap<AccountId, Optional<AccountId>> parents;
    private final TreeMultimap<AccountId, AccountId> children = TreeMultimap.create();
    private final ImmutableList<Finding> findings;

    private AccountTree(Map<AccountId, Optional<AccountId>> parents, List<Finding> findings) {
        this.parents = ImmutableSortedMap.copyOf(parents);
        List<Finding> all = new ArrayList<>(findings);
        parents.forEach((id, parent) -> parent.ifPresent(above -> {
            if (parents.containsKey(above)) {
                children.put(above, id);
            } else {
                all.add(Finding.error(
                                "crm.account.parentUnknown",
                                id + "/parent",
                                "parent " + above + " of account " + id + " is not there.")
                        .withEvidence(ImmutableMap.of("parent", above.value()))
                        .maybe("Maybe the export leaves out accounts of other owners."));
            }
        }));
        all.addAll(circles());
        this.findings = ImmutableList.copyOf(all);
    }

    /** Obtains the groups of the accounts. */
    public static AccountTree of(Collection<Account> accounts) {
        Map<AccountId, Optional<AccountId>> parents = new TreeMap<>();
        for (Account account : accounts) {
            parents.merge(account.id(), account.parent(), SMALLEST_PARENT::min);
        }
        return new AccountTree(parents, duplicates(accounts));
    }

    /** Returns the parent that an account names, there or not; empty for an account that is not there. */
    public Optional<AccountId> parent(AccountId id) {
        return parents.getOrDefault(id, Optional.empty());
    }

    /** Returns the accounts above one, the nearest first; where they form a circle, each once and never the account. */
    public ImmutableList<AccountId> ancestors(AccountId id) {
        Set<AccountId> chain = new LinkedHashSet<>();
        chain.add(id);
        Optional<AccountId> above = knownParent(id);
        while (above.isPresent() && chain.add(above.get())) {
            above = knownParent(above.get());
        }
        return chain.stream().skip(1).collect(ImmutableList.toImmutableList());
    }

    /** Returns the top of the account's group, the account itself if none is above; empty if it is not there, or in or below a circle. */
    public Optional<AccountId> ultimateParent(AccountId id) {
        if (!parents.containsKey(id)) {
            return Optional.empty();
        }
        ImmutableList<AccountId> above = ancestors(id);
        AccountId top = above.isEmpty() ? id : above.get(above.size() - 1);
        return knownParent(top).isPresent() ? Optional.empty() : Optional.of(top);
    }

    /** Returns the accounts directly below one. */
    public ImmutableSortedSet<AccountId> children(AccountId id) {
        return ImmutableSortedSet.copyOfSorted(children.get(id));
    }

    /** Returns the accounts below one at any depth, without the account itself. */
    public ImmutableSortedSet<AccountId> descendants(AccountId id) {
        Set<AccountId> found = new HashSet<>();
        Deque<AccountId> open = new ArrayDeque<>();
        open.add(id);
        while (!open.isEmpty()) {
            for (AccountId below : children.get(open.remove())) {
                if (!below.equals(id) && found.add(below)) {
                    open.add(below);
                }
            }
        }
        return ImmutableSortedSet.copyOf(found);
    }

    /** Returns the accounts at the top of a group, those without a known parent. */
    public ImmutableSortedSet<AccountId> roots() {
        return parents.keySet().stream()
                .filter(id -> knownParent(id).isEmpty())
                .collect(ImmutableSortedSet.toImmutableSortedSet(Ordering.natural()));
    }

    /** What is wrong: parents that are not there, circles, ids that occur twice. */
    public ImmutableList<Finding> findings() {
        return findings;
    }

    private Optional<AccountId> knownParent(AccountId id) {
        return parent(id).filter(parents::containsKey);
    }

    private static List<Finding> duplicates(Collection<Account> accounts) {
        Map<AccountId, Integer> counts = new TreeMap<>();
        accounts.forEach(account -> counts.merge(account.id(), 1, Integer::sum));
        List<Finding> findings = new ArrayList<>();
        counts.forEach((id, count) -> {
            if (count > 1) {
                findings.add(Finding.error(
                        "crm.account.duplicateId", id + "/id", count + " accounts have the id " + id + "."));
            }
        });
        return findings;
    }

    /** Each account has one parent, so every walk upwards ends at a root, at an account seen before, or in a new circle. */
    private List<Finding> circles() {
        List<Finding> circles = new ArrayList<>();
        Set<AccountId> settled = new HashSet<>();
        for (AccountId start : parents.keySet()) {
            LinkedHashSet<AccountId> walk = new LinkedHashSet<>();
            Optional<AccountId> here = Optional.of(start);
            while (here.isPresent() && !settled.contains(here.get()) && walk.add(here.get())) {
                here = knownParent(here.get());
            }
            if (here.filter(walk::contains).isPresent()) {
                List<AccountId> path = List.copyOf(walk);
                circles.add(circle(new ArrayList<>(path.subList(path.indexOf(here.get()), path.size()))));
            }
            settled.addAll(walk);
        }
        return circles;
    }

    private static Finding circle(List<AccountId> circle) {
        Collections.rotate(circle, -circle.indexOf(Collections.min(circle)));
        String names = String.join(", ", circle.stream().map(AccountId::value).toList());
        return Finding.error(
                        "crm.account.circle",
                        circle.get(0) + "/parent",
                        circle.size() == 1
                                ? "account " + names + " is its own parent."
                                : "accounts " + names + " are above each other in a circle.")
                .withEvidence(ImmutableMap.of("circle", names));
    }
}
