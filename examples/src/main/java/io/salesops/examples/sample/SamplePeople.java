package io.salesops.examples.sample;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;

/** Makes contacts at the accounts, and leads, some of whom work for an account. */
final class SamplePeople {
    static final String CONTACTS = "contacts.csv";
    static final String LEADS = "leads.csv";
    private static final int CONTACT_COUNT = 640;
    private static final int LEAD_COUNT = 320;
    private static final ImmutableList<String> TITLES =
            ImmutableList.of("Buyer", "Head of Purchasing", "Plant Manager", "CFO", "IT Director", "Operations Lead");
    private static final ImmutableList<String> SOURCES =
            ImmutableList.of("Web", "Trade fair", "Referral", "Webinar", "Partner");
    private static final ImmutableList<String> STATUSES =
            ImmutableList.of("New", "Working", "Qualified", "Disqualified");

    private final SampleWords words;
    private final Dirt dirt;
    private final List<SampleAccounts.Company> companies;
    private final SampleTable contacts =
            new SampleTable("id", "account", "first_name", "last_name", "email", "phone", "title", "country");
    private final SampleTable leads = new SampleTable(
            "id", "company", "first_name", "last_name", "email", "source", "status", "created", "country", "owner");

    SamplePeople(SampleWords words, Dirt dirt, SampleAccounts accounts, SampleReps reps) {
        this.words = words;
        this.dirt = dirt;
        this.companies = accounts.companies();
        for (int i = 1; i <= CONTACT_COUNT; i++) {
            contact(i, accounts);
        }
        for (int i = 1; i <= LEAD_COUNT; i++) {
            lead(i, reps);
        }
    }

    private void contact(int i, SampleAccounts accounts) {
        SampleAccounts.Company company = companies.get(words.between(0, companies.size() - 1));
        String first = words.firstName();
        String last = words.lastName();
        boolean homeless = i % 40 == 0;
        if (homeless) {
            dirt.add(CONTACTS, "account-given");
        }
        String id = i % 250 == 0 ? "C-" + (1000 + i - 1) : "C-" + (1000 + i);
        if (i % 250 == 0) {
            dirt.add(CONTACTS, "files.id.duplicate");
        }
        boolean nameless = i % 300 == 0;
        if (nameless) {
            dirt.add(CONTACTS, "files.value.missing");
        }
        contacts.add(List.of(
                id,
                homeless ? "" : accounts.entry(company, i),
                first,
                nameless ? "" : last,
                email(first, last, company.name()),
                words.percent(80) ? "+1 212 555 01" + SampleAccounts.two(words.between(0, 99)) : "",
                words.any(TITLES),
                company.country()));
    }

    private String email(String first, String last, String company) {
        String domain = SampleWords.domain(company);
        return first.toLowerCase(Locale.ROOT) + "." + last.toLowerCase(Locale.ROOT) + "@"
                + (words.percent(5) ? domain.toUpperCase(Locale.ROOT) : domain);
    }

    /** One lead in five works for an account. */
    private void lead(int i, SampleReps reps) {
        SampleAccounts.Company company = companies.get(words.between(0, companies.size() - 1));
        String name = i % 5 == 0 ? company.name() : words.company();
        String first = words.firstName();
        String last = words.lastName();
        String created =
                "2025-" + SampleAccounts.two(words.between(1, 12)) + "-" + SampleAccounts.two(words.between(1, 28));
        if (i % 150 == 0) {
            created = "2025-02-30";
            dirt.add(LEADS, "files.date.invalid");
        }
        leads.add(List.of(
                "L-" + (1000 + i),
                name,
                first,
                last,
                email(first, last, name),
                words.any(SOURCES),
                words.any(STATUSES),
                created,
                company.country(),
                words.percent(70) ? words.any(reps.sellersFor(company.country())) : ""));
    }

    String contacts() {
        return contacts.text();
    }

    String leads() {
        return leads.text();
    }
}
