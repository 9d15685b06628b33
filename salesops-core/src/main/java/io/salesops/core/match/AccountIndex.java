package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Ordering;
import com.google.common.collect.SetMultimap;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Contact;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.text.ReferenceLists;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Accounts by name, domain, phone number and postal code. Immutable and thread-safe. */
final class AccountIndex {
    private final ReferenceLists lists;
    private final ImmutableListMultimap<String, Entry> byName;
    private final Map<LeadEvidence, ImmutableListMultimap<String, Entry>> byEvidence =
            new EnumMap<>(LeadEvidence.class);

    /** An account, what it says about its company, and how many accounts stand above it. */
    record Entry(Account account, Firm firm, int above) {}

    AccountIndex(Iterable<Account> accounts, Iterable<Contact> contacts, ReferenceLists lists) {
        this.lists = lists;
        List<Account> sorted = Ordering.from(Comparator.comparing(Account::id)).immutableSortedCopy(accounts);
        requireOnce(sorted);
        Map<AccountId, Account> byId = new HashMap<>();
        sorted.forEach(account -> byId.put(account.id(), account));
        SetMultimap<AccountId, String> domains = LinkedHashMultimap.create();
        contacts.forEach(contact ->
                contact.account().ifPresent(account -> domains.putAll(account, Firm.domains(contact.email(), lists))));
        ImmutableList<Entry> entries = sorted.stream()
                .map(account -> new Entry(
                        account,
                        Firm.of(account, new TreeSet<>(domains.get(account.id())), lists),
                        above(account, byId)))
                .collect(ImmutableList.toImmutableList());
        ImmutableListMultimap.Builder<String, Entry> names = ImmutableListMultimap.builder();
        entries.forEach(entry -> names.put(entry.firm().name(), entry));
        this.byName = names.build();
        for (LeadEvidence evidence : LeadEvidence.values()) {
            ImmutableListMultimap.Builder<String, Entry> all = ImmutableListMultimap.builder();
            entries.forEach(entry -> entry.firm().keys(evidence).forEach(key -> all.put(key, entry)));
            byEvidence.put(evidence, all.build());
        }
    }

    ReferenceLists lists() {
        return lists;
    }

    private static void requireOnce(List<Account> sorted) {
        ImmutableList.Builder<Finding> twice = ImmutableList.builder();
        for (int i = 1; i < sorted.size(); i++) {
            AccountId id = sorted.get(i).id();
            if (id.equals(sorted.get(i - 1).id())) {
                twice.add(Finding.error("match.id.duplicate", id.toString(), "id " + id + " occurs twice")
                        .maybe("Maybe the same file was read twice."));
            }
        }
        ImmutableList<Finding> findings = twice.build();
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
    }

    /** A circle of parents ends where it closes. */
    private static int above(Account account, Map<AccountId, Account> byId) {
        Set<AccountId> seen = new HashSet<>();
        seen.add(account.id());
        Account at = account;
        int above = 0;
        while (at != null && at.parent().isPresent() && seen.add(at.parent().get())) {
            at = byId.get(at.parent().get());
            above++;
        }
        return above;
    }

    /** The accounts that have the name or share evidence with a lead, each once, by id; O(those). */
    ImmutableList<Entry> sharing(Firm lead, Iterable<LeadEvidence> evidence) {
        Map<AccountId, Entry> found = new HashMap<>();
        if (!lead.name().isEmpty()) {
            byName.get(lead.name()).forEach(entry -> found.put(entry.account().id(), entry));
        }
        for (LeadEvidence kind : evidence) {
            ImmutableListMultimap<String, Entry> by = byEvidence.getOrDefault(kind, ImmutableListMultimap.of());
            lead.keys(kind)
                    .forEach(key -> by.get(key)
                            .forEach(entry -> found.put(entry.account().id(), entry)));
        }
        return ImmutableList.sortedCopyOf(
                Comparator.comparing(entry -> entry.account().id()),
                ImmutableMap.copyOf(found).values());
    }
}
