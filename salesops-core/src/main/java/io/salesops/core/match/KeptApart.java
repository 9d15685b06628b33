package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.SetMultimap;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.explain.Fingerprint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which records are related but not the same, and must never be merged: pairs that a user names, an account and those above
 * it, the people of one household. {@link ClusterParting} parts the clusters that hold such a pair. Immutable and
 * thread-safe.
 *
 * @param <I> the type of the ids
 */
public final class KeptApart<I extends Comparable<? super I>> {
    private final ImmutableList<ApartRule<I>> rules;
    private final ImmutableList<Fingerprint> inputs;

    private KeptApart(ImmutableList<ApartRule<I>> rules, ImmutableList<Fingerprint> inputs) {
        this.rules = rules;
        this.inputs = inputs;
    }

    /** Starts pairs that must not be one. */
    public static <I extends Comparable<? super I>> Builder<I> builder() {
        return new Builder<>();
    }

    /**
     * Obtains the rule that an account is not one with its parent, nor with any account above that. Accounts of the same
     * parent may be one. A circle of parents ends where it closes.
     */
    public static KeptApart<AccountId> hierarchies(Iterable<Account> accounts) {
        Map<AccountId, AccountId> parents = new TreeMap<>();
        accounts.forEach(account -> account.parent().ifPresent(parent -> parents.put(account.id(), parent)));
        ImmutableMap<AccountId, AccountId> above = ImmutableMap.copyOf(parents);
        return new KeptApart<>(
                ImmutableList.of(members -> withAncestors(members, above)),
                ImmutableList.of(Fingerprint.ofText("hierarchies " + above)));
    }

    private static List<Separation<AccountId>> withAncestors(
            ImmutableList<AccountId> members, ImmutableMap<AccountId, AccountId> parents) {
        Set<AccountId> cluster = ImmutableSet.copyOf(members);
        List<Separation<AccountId>> pairs = new ArrayList<>();
        for (AccountId member : members) {
            Set<AccountId> seen = new HashSet<>(Set.of(member));
            AccountId at = parents.get(member);
            boolean isParent = true;
            while (at != null && seen.add(at)) {
                if (cluster.contains(at)) {
                    pairs.add(separation(member, at, at + (isParent ? " is the parent of " : " is above ") + member));
                }
                isParent = false;
                at = parents.get(at);
            }
        }
        return pairs;
    }

    /**
     * Obtains the rule that contacts with one last name, at one address or with one phone number, are not one if their first
     * names are of two people: neither close, nor a nickname or the start of the other. Time is quadratic in the different
     * first names of one household within a cluster.
     */
    public static KeptApart<ContactId> households(Iterable<Contact> contacts) {
        Map<ContactId, Contact> sorted = new TreeMap<>();
        contacts.forEach(contact -> sorted.put(contact.id(), contact));
        ImmutableMap<ContactId, Contact> byId = ImmutableMap.copyOf(sorted);
        return new KeptApart<>(
                ImmutableList.of(members -> ofHouseholds(members, byId)),
                ImmutableList.of(Fingerprint.ofFacts(
                        byId.values().stream().map(Contact::toString).toList())));
    }

    private static List<Separation<ContactId>> ofHouseholds(
            ImmutableList<ContactId> members, ImmutableMap<ContactId, Contact> contacts) {
        SetMultimap<String, Contact> households = HashMultimap.create();
        for (ContactId member : members) {
            Contact contact = contacts.get(member);
            if (contact != null) {
                PersonNames.households(contact).forEach(household -> households.put(household, contact));
            }
        }
        Map<ImmutableList<ContactId>, Separation<ContactId>> pairs = new LinkedHashMap<>();
        for (String household : new TreeSet<>(households.keySet())) {
            // Equal first names are compared once, however many records have them.
            ListMultimap<String, Contact> byName =
                    MultimapBuilder.treeKeys().arrayListValues().build();
            for (ContactId member : members) {
                Contact contact = contacts.get(member);
                if (contact != null && households.containsEntry(household, contact)) {
                    byName.put(PersonNames.firstName(contact), contact);
                }
            }
            String reason = "two first names, one " + PersonNames.shared(household);
            for (String one : byName.keySet()) {
                for (String other : byName.keySet()) {
                    if (one.compareTo(other) < 0 && PersonNames.areOfTwo(one, other)) {
                        for (Contact first : byName.get(one)) {
                            for (Contact second : byName.get(other)) {
                                Separation<ContactId> pair = separation(first.id(), second.id(), reason);
                                pairs.putIfAbsent(ImmutableList.of(pair.first(), pair.second()), pair);
                            }
                        }
                    }
                }
            }
        }
        return ImmutableList.copyOf(pairs.values());
    }

    /** Returns these rules and others. */
    public KeptApart<I> and(KeptApart<I> others) {
        return new KeptApart<>(
                ImmutableList.<ApartRule<I>>builder()
                        .addAll(rules)
                        .addAll(others.rules)
                        .build(),
                ImmutableList.<Fingerprint>builder()
                        .addAll(inputs)
                        .addAll(others.inputs)
                        .build());
    }

    /** The pairs among some records that must not be one, ascending, each with the first reason. */
    public ImmutableList<Separation<I>> within(Iterable<I> members) {
        ImmutableList<I> sorted = ImmutableList.sortedCopyOf(ImmutableSet.copyOf(members));
        Map<I, Map<I, Separation<I>>> pairs = new TreeMap<>();
        for (ApartRule<I> rule : rules) {
            for (Separation<I> pair : rule.within(sorted)) {
                pairs.computeIfAbsent(pair.first(), first -> new TreeMap<>()).putIfAbsent(pair.second(), pair);
            }
        }
        return pairs.values().stream()
                .flatMap(ofFirst -> ofFirst.values().stream())
                .collect(ImmutableList.toImmutableList());
    }

    Fingerprint fingerprint() {
        return Fingerprint.ofFacts(inputs.stream().map(Object::toString).toList());
    }

    private static <I extends Comparable<? super I>> Separation<I> separation(I one, I other, String reason) {
        return one.compareTo(other) < 0 ? new Separation<>(one, other, reason) : new Separation<>(other, one, reason);
    }

    /** Builds pairs that must not be one. Not thread-safe. */
    public static final class Builder<I extends Comparable<? super I>> {
        private final Map<I, Map<I, Separation<I>>> byRecord = new TreeMap<>();

        private Builder() {}

        /** Adds a pair, in either order, with the reason. */
        public Builder<I> add(I one, I other, String reason) {
            checkArgument(one.compareTo(other) != 0, "%s cannot be kept apart from itself", one);
            Separation<I> pair = separation(one, other, reason);
            byRecord.computeIfAbsent(pair.first(), first -> new TreeMap<>()).putIfAbsent(pair.second(), pair);
            return this;
        }

        /** Returns the pairs as a rule. */
        public KeptApart<I> build() {
            ImmutableMap<I, ImmutableMap<I, Separation<I>>> pairs = byRecord.entrySet().stream()
                    .collect(ImmutableMap.toImmutableMap(
                            Map.Entry::getKey, entry -> ImmutableMap.copyOf(entry.getValue())));
            return new KeptApart<>(
                    ImmutableList.of(members -> named(members, pairs)),
                    ImmutableList.of(Fingerprint.ofText(pairs.toString())));
        }

        private static <I> List<Separation<I>> named(
                ImmutableList<I> members, ImmutableMap<I, ImmutableMap<I, Separation<I>>> pairs) {
            Set<I> cluster = ImmutableSet.copyOf(members);
            List<Separation<I>> found = new ArrayList<>();
            for (I member : members) {
                ImmutableMap<I, Separation<I>> others = pairs.get(member);
                if (others != null) {
                    others.forEach((other, pair) -> {
                        if (cluster.contains(other)) {
                            found.add(pair);
                        }
                    });
                }
            }
            return found;
        }
    }
}
