package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is related but not the same: households of contacts, hierarchies of accounts. Duplicates count once: each
 * cluster is one thing, which its representative stands for. Time is linear in the records beyond sorting; the order of
 * records and clusters is irrelevant. Immutable and thread-safe.
 */
public final class Relations {
    private static final Relations STANDARD = new Relations();

    private Relations() {}

    /** Obtains the engine. */
    public static Relations standard() {
        return STANDARD;
    }

    /**
     * Finds households: people with one last name and one postal address, or with one last name and one phone number, and
     * people who share either with one of them.
     *
     * @param contacts the contacts
     * @param clusters which of them are the same
     */
    public RelatedRecords<ContactId> households(Iterable<Contact> contacts, Iterable<Cluster<ContactId>> clusters) {
        Run<Contact, ContactId> run = new Run<>(contacts, Contact::id, clusters);
        Map<String, ContactId> firstOf = new HashMap<>();
        Map<ContactId, Set<String>> reasons = new TreeMap<>();
        for (Contact contact : run.records.values()) {
            ContactId thing = run.thing(contact.id());
            for (String household : PersonNames.households(contact)) {
                ContactId other = firstOf.putIfAbsent(household, thing);
                if (other != null && !other.equals(thing)) {
                    run.relate(other, thing);
                    reasons.computeIfAbsent(thing, first -> new TreeSet<>()).add(PersonNames.shared(household));
                }
            }
        }
        return run.result(
                RelatedGroup.Relation.HOUSEHOLD,
                members -> members.stream()
                        .flatMap(member -> reasons.getOrDefault(member, Set.of()).stream())
                        .distinct()
                        .sorted()
                        .reduce((one, other) -> one + "; " + other)
                        .map(shared -> "same " + shared)
                        .orElse(""));
    }

    /**
     * Finds hierarchies: an account without a parent and all below it. A parent that is not among the accounts still
     * connects those below it; a circle of parents is a finding, and a hierarchy without a top.
     *
     * @param accounts the accounts
     * @param clusters which of them are the same
     */
    public RelatedRecords<AccountId> hierarchies(Iterable<Account> accounts, Iterable<Cluster<AccountId>> clusters) {
        Run<Account, AccountId> run = new Run<>(accounts, Account::id, clusters);
        Map<AccountId, AccountId> parents = new TreeMap<>();
        for (Account account : run.records.values()) {
            account.parent().ifPresent(parent -> {
                AccountId child = run.thing(account.id());
                if (run.thing(parent).equals(child)) {
                    run.findings.add(Finding.warning(
                                    "match.parent.duplicate",
                                    account.id() + "/parent",
                                    account.id() + " and its parent " + parent + " are in one cluster of duplicates")
                            .maybe("Maybe part the clusters by KeptApart.hierarchies first."));
                } else {
                    run.relate(child, run.thing(parent));
                    parents.putIfAbsent(child, run.thing(parent));
                }
            });
        }
        run.findings.addAll(circles(parents));
        return run.result(
                RelatedGroup.Relation.HIERARCHY,
                members -> members.stream()
                        .filter(member -> !parents.containsKey(member))
                        .findFirst()
                        .or(() -> members.stream()
                                .map(parents::get)
                                .filter(parent -> parent != null && !members.contains(parent))
                                .findFirst())
                        .map(top -> "below " + top)
                        .orElse("a circle of parents"));
    }

    private static List<Finding> circles(Map<AccountId, AccountId> parents) {
        Set<AccountId> known = new TreeSet<>();
        List<Finding> findings = new ArrayList<>();
        for (AccountId start : parents.keySet()) {
            Set<AccountId> way = new TreeSet<>();
            @Nullable AccountId at = start;
            while (at != null && !known.contains(at) && way.add(at)) {
                at = parents.get(at);
            }
            if (at != null && way.contains(at)) {
                findings.add(Finding.warning(
                                "match.parent.circular", at + "/parent", at + " is above itself by way of its parents")
                        .maybe("Maybe one of them has no parent: " + way + "."));
            }
            known.addAll(way);
        }
        return findings;
    }

    /** Records by id, each with the thing that it is one of. */
    private static final class Run<T, I extends Comparable<? super I>> {
        private final Map<I, T> records = new TreeMap<>();
        private final Map<I, I> things = new HashMap<>();
        private final Map<I, I> joined = new HashMap<>();
        private final List<Finding> findings = new ArrayList<>();

        Run(Iterable<T> values, Function<T, I> id, Iterable<Cluster<I>> clusters) {
            values.forEach(value -> records.put(id.apply(value), value));
            clusters.forEach(
                    cluster -> cluster.members().forEach(member -> things.put(member, cluster.representative())));
        }

        I thing(I record) {
            return things.getOrDefault(record, record);
        }

        /** The smallest of a group stands for it, whatever the order. */
        void relate(I one, I other) {
            I a = top(one);
            I b = top(other);
            if (!a.equals(b)) {
                joined.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
            }
        }

        private I top(I thing) {
            I at = thing;
            I above = joined.get(at);
            while (above != null) {
                I next = joined.get(above);
                if (next != null) {
                    joined.put(at, next);
                }
                at = above;
                above = next;
            }
            return at;
        }

        RelatedRecords<I> result(RelatedGroup.Relation relation, Function<ImmutableSet<I>, String> reason) {
            Map<I, TreeSet<I>> groups = new TreeMap<>();
            for (I record : records.keySet()) {
                I thing = thing(record);
                groups.computeIfAbsent(top(thing), first -> new TreeSet<>()).add(thing);
            }
            List<RelatedGroup<I>> related = new ArrayList<>();
            for (TreeSet<I> members : groups.values()) {
                if (members.size() > 1) {
                    related.add(new RelatedGroup<>(
                            relation, ImmutableList.copyOf(members), reason.apply(ImmutableSet.copyOf(members))));
                }
            }
            related.sort(java.util.Comparator.comparing(group -> group.members().get(0)));
            return RelatedRecords.<I>builder()
                    .groups(related)
                    .findings(findings)
                    .computedFrom(Provenance.builder()
                            .engine("Relations")
                            .putInputs(
                                    "records",
                                    new Provenance.Input(
                                            relation.toString(),
                                            Integer.toString(records.size()),
                                            Fingerprint.ofFacts(records.values().stream()
                                                    .map(SalesOpsJson::write)
                                                    .toList())))
                            .build())
                    .build();
        }
    }
}
