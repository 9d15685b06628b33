package io.salesops.core.match;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Accounts, contacts and leads of a CRM from a seed, with planted duplicates, and with what only looks like one: offices of
 * one company, colleagues, families at one address, and namesakes.
 */
final class GeneratedCrm {
    private static final String[] FIRST = {
        "William",
        "Robert",
        "Elizabeth",
        "Katherine",
        "James",
        "Anna",
        "Paul",
        "Maria",
        "Thomas",
        "Susan",
        "Peter",
        "Laura",
        "George",
        "Nina",
        "Victor",
        "Helen",
        "Oscar",
        "Clara",
        "Hugo",
        "Alice"
    };
    private static final String[] NICK = {"Bill", "Bob", "Liz", "Kate", "Jim"};
    private static final String[] FORMS = {" Inc.", " GmbH", " Ltd", " Corporation", " LLC"};
    private static final String[] STREETS = {"Main Street", "Oak Avenue", "Hill Road", "Station Road", "Park Lane"};
    private static final int PLACES = 60;

    private final Random random;
    private final List<Account> accounts = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final List<Lead> leads = new ArrayList<>();
    private final List<Cluster<AccountId>> sameAccounts = new ArrayList<>();
    private final List<Cluster<ContactId>> sameContacts = new ArrayList<>();
    private final List<Cluster<LeadId>> sameLeads = new ArrayList<>();

    GeneratedCrm(long seed, int companies) {
        random = new Random(seed);
        for (int i = 0; i < companies; i++) {
            company(i);
        }
    }

    private void company(int number) {
        String name = word(3) + (random.nextInt(3) == 0 ? "" : " " + word(2));
        String site = name.toLowerCase(java.util.Locale.ROOT).replace(" ", "") + ".com";
        Account account = Account.builder()
                .id(AccountId.of("A" + number))
                .name(name + form())
                .website("https://www." + site)
                .phone(phone())
                .address(address())
                .build();
        accounts.add(account);
        if (random.nextInt(5) == 0) {
            Account again = account.withId(AccountId.of("B" + number))
                    .withName(typo(name, 3) + form())
                    .withWebsite(kept(Optional.of(site), 0.8))
                    .withPhone(kept(account.phone(), 0.7))
                    .withAddress(
                            random.nextInt(10) == 0
                                    ? Optional.of(address())
                                    : account.address().map(this::respelt));
            accounts.add(again);
            sameAccounts.add(Cluster.of(account.id(), again.id()));
        }
        if (random.nextInt(8) == 0) {
            accounts.add(account.withId(AccountId.of("C" + number))
                    .withName(name + form())
                    .withPhone(phone())
                    .withAddress(address()));
        }
        int people = 1 + random.nextInt(4);
        for (int person = 0; person < people; person++) {
            person(number + "-" + person, account, name, site);
        }
    }

    private void person(String number, Account account, String company, String site) {
        int given = random.nextInt(FIRST.length);
        String last = word(2);
        String mail = FIRST[given].toLowerCase(java.util.Locale.ROOT) + "." + last.toLowerCase(java.util.Locale.ROOT)
                + "@" + (random.nextInt(6) == 0 ? "gmail.com" : site);
        String own = random.nextInt(3) == 0 ? account.phone().orElseThrow() : phone();
        Contact contact = Contact.builder()
                .id(ContactId.of("P" + number))
                .firstName(FIRST[given])
                .lastName(last)
                .email(mail)
                .phone(own)
                .account(account.id())
                .address(account.address())
                .build();
        Lead lead = Lead.builder()
                .id(LeadId.of("L" + number))
                .firstName(FIRST[given])
                .lastName(last)
                .company(company + form())
                .email(mail)
                .phone(own)
                .address(account.address())
                .build();
        contacts.add(contact);
        leads.add(lead);
        if (random.nextInt(5) == 0) {
            String first = given < NICK.length && random.nextBoolean() ? NICK[given] : FIRST[given];
            String respelt = typo(last, 4);
            Optional<String> email = kept(Optional.of(mail), 0.7);
            Optional<String> phone = kept(Optional.of(own), 0.6);
            Optional<Address> address = account.address().map(this::respelt);
            contacts.add(contact.withId(ContactId.of("Q" + number))
                    .withFirstName(first)
                    .withLastName(respelt)
                    .withEmail(email)
                    .withPhone(phone)
                    .withAddress(address));
            leads.add(lead.withId(LeadId.of("M" + number))
                    .withFirstName(first)
                    .withLastName(respelt)
                    .withCompany(typo(company, 5))
                    .withEmail(email)
                    .withPhone(phone)
                    .withAddress(address));
            sameContacts.add(Cluster.of(ContactId.of("P" + number), ContactId.of("Q" + number)));
            sameLeads.add(Cluster.of(LeadId.of("L" + number), LeadId.of("M" + number)));
        }
        if (random.nextInt(10) == 0) {
            relative(number, contact, lead, given);
        }
    }

    /** Of the same last name, address and phone number, with the mailbox of the family. */
    private void relative(String number, Contact contact, Lead lead, int given) {
        String first = FIRST[(given + 1 + random.nextInt(FIRST.length - 1)) % FIRST.length];
        contacts.add(contact.withId(ContactId.of("R" + number))
                .withFirstName(first)
                .withEmail(Optional.empty())
                .withAccount(random.nextBoolean() ? contact.account() : Optional.empty()));
        leads.add(lead.withId(LeadId.of("S" + number)).withFirstName(first).withEmail(Optional.empty()));
    }

    private Address address() {
        int place = random.nextInt(PLACES);
        Random of = new Random(place);
        return Address.builder()
                .street((1 + random.nextInt(300)) + " " + STREETS[random.nextInt(STREETS.length)])
                .postalCode(Integer.toString(10_000 + of.nextInt(89_999)))
                .city(word(new Random(place / 2), 3))
                .build();
    }

    private Address respelt(Address address) {
        return random.nextInt(3) == 0
                ? address.withStreet(address.street()
                        .map(street -> street.replace("Street", "St.").replace("Road", "Rd")))
                : address;
    }

    private Optional<String> kept(Optional<String> text, double share) {
        return random.nextDouble() < share ? text : Optional.empty();
    }

    private String typo(String text, int oneIn) {
        if (random.nextInt(oneIn) != 0) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 2);
        return text.substring(0, at) + text.substring(at + 1);
    }

    private String form() {
        return FORMS[random.nextInt(FORMS.length)];
    }

    private String phone() {
        return "+1 415 " + (1_000_000 + random.nextInt(9_000_000));
    }

    private String word(int syllables) {
        return word(random, syllables);
    }

    private static String word(Random random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append("bcdfghklmnprstvw".charAt(random.nextInt(16))).append("aeiou".charAt(random.nextInt(5)));
            word.append("lnrst".charAt(random.nextInt(5)));
        }
        word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
        return word.toString();
    }

    List<Account> accounts() {
        return accounts;
    }

    List<Contact> contacts() {
        return contacts;
    }

    List<Lead> leads() {
        return leads;
    }

    List<Cluster<AccountId>> sameAccounts() {
        return sameAccounts;
    }

    List<Cluster<ContactId>> sameContacts() {
        return sameContacts;
    }

    List<Cluster<LeadId>> sameLeads() {
        return sameLeads;
    }
}
