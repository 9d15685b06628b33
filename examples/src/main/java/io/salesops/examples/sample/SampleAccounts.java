package io.salesops.examples.sample;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes accounts, some of which are other accounts entered again, as people do: another spelling, format or address. */
final class SampleAccounts {
    static final String FILE = "accounts.csv";
    private static final int COMPANIES = 520;
    private static final int ENTERED_AGAIN = 44;

    static final ImmutableList<String> INDUSTRIES =
            ImmutableList.of("Manufacturing", "Retail", "Healthcare", "Technology", "Logistics", "Energy");
    private static final ImmutableMap<String, String> CURRENCIES =
            ImmutableMap.of("US", "USD", "CA", "USD", "GB", "EUR", "DE", "EUR", "FR", "EUR", "NL", "EUR");
    private static final ImmutableMap<String, String> NAMES = ImmutableMap.<String, String>builder()
            .put("US", "United States")
            .put("CA", "Canada")
            .put("GB", "United Kingdom")
            .put("DE", "Germny")
            .put("FR", "France")
            .put("NL", "Nederlands")
            .buildOrThrow();
    private static final ImmutableListMultimap<String, String> CITIES = ImmutableListMultimap.<String, String>builder()
            .putAll("US", "Elmford,NY,10001", "Port Arden,CA,94016", "Graniteville,TX,75001", "Lake Orrin,IL,60601")
            .putAll("CA", "Maple Inlet,ON,M4B 1B3", "Westmoor,BC,V5K 0A1")
            .putAll("GB", "Thornbeck,,LS1 4AB", "Eastwick,,EC1A 1BB")
            .putAll("DE", "Neuental,HE,60311", "Oberfurt,BY,80331")
            .putAll("FR", "Valmont,,75001", "Pontclair,,69001")
            .putAll("NL", "Waterdam,,1011", "Zuidmeer,,3011")
            .build();
    static final ImmutableMap<String, String> REGIONS = ImmutableMap.of(
            "US",
            "Americas",
            "CA",
            "Americas",
            "GB",
            "North Europe",
            "NL",
            "North Europe",
            "DE",
            "Continent",
            "FR",
            "Continent");

    private final SampleWords words;
    private final Dirt dirt;
    private final SampleReps reps;
    private final SampleTable table = new SampleTable(
            "id",
            "name",
            "website",
            "phone",
            "industry",
            "employees",
            "revenue",
            "currency",
            "owner",
            "street",
            "city",
            "state",
            "postal_code",
            "country",
            "segment",
            "updated");
    private final List<Company> companies = new ArrayList<>();
    private final ImmutableListMultimap.Builder<String, String> again = ImmutableListMultimap.builder();

    /** A company with the account that came first. */
    record Company(String id, String name, String country, String owner) {}

    SampleAccounts(SampleWords words, Dirt dirt, SampleReps reps) {
        this.words = words;
        this.dirt = dirt;
        this.reps = reps;
        List<List<String>> rows = new ArrayList<>();
        for (int i = 1; i <= COMPANIES; i++) {
            rows.add(company("A-" + (1000 + i)));
        }
        for (int i = 1; i <= ENTERED_AGAIN; i++) {
            int first = i * (COMPANIES / ENTERED_AGAIN) - 1;
            String id = "A-" + (5000 + i);
            rows.add(again(rows.get(first), id, i));
            again.put(companies.get(first).id(), id);
        }
        for (int i = 0; i < rows.size(); i++) {
            table.add(rows.get(i));
            spoil(rows, i);
        }
    }

    private List<String> company(String id) {
        String name = words.company();
        String country = words.any(CURRENCIES.keySet().asList());
        String owner = words.any(reps.sellersFor(country));
        companies.add(new Company(id, name, country, owner));
        String[] city = words.any(CITIES.get(country)).split(",", -1);
        int employees = words.between(5, 4000);
        return new ArrayList<>(List.of(
                id,
                name + " " + words.any(SampleWords.LEGAL_FORMS),
                words.percent(92) ? "https://www." + SampleWords.domain(name) : "",
                phone(country),
                industry(),
                Integer.toString(employees),
                employees * words.between(90, 310) + "000",
                CURRENCIES.getOrDefault(country, "USD"),
                owner,
                words.street(),
                city[0],
                city[1],
                city[2],
                country(country),
                employees < 100 ? "SMB" : employees < 1000 ? "Mid" : "Enterprise",
                "2025-" + two(words.between(1, 12)) + "-" + two(words.between(1, 28))));
    }

    private String industry() {
        if (words.percent(3)) {
            dirt.add(FILE, "industry-known");
            return words.misspelt(words.any(INDUSTRIES));
        }
        if (words.percent(4)) {
            dirt.add(FILE, "industry-given");
            return words.percent(50) ? "Select" : "";
        }
        return words.any(INDUSTRIES);
    }

    private String country(String code) {
        if (words.percent(4)) {
            dirt.add(FILE, "country-code");
            return NAMES.getOrDefault(code, code);
        }
        return code;
    }

    /** Numbers that are kept free for fiction where the country has such. */
    private String phone(String country) {
        String last = two(words.between(0, 99));
        return switch (country) {
            case "GB" -> "+44 20 7946 09" + last;
            case "DE" -> "+49 30 23125 1" + last;
            case "FR" -> "+33 1 99 00 12 " + last;
            case "NL" -> "+31 20 000 12" + last;
            default -> "+1 212 555 01" + last;
        };
    }

    static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    /** The same company once more, as another person would enter it. */
    private List<String> again(List<String> first, String id, int i) {
        List<String> row = new ArrayList<>(first);
        String name = first.get(1);
        row.set(0, id);
        row.set(2, first.get(2).replace("https://www.", i % 2 == 0 ? "" : "http://"));
        row.set(3, first.get(3).replace(" ", i % 2 == 0 ? "" : "-"));
        switch (i % 4) {
            case 0 -> row.set(1, name.substring(0, name.lastIndexOf(' ')));
            case 1 -> row.set(1, words.misspelt(name));
            case 2 -> row.set(1, name.toUpperCase(Locale.ROOT));
            default -> row.set(1, name.substring(0, name.lastIndexOf(' ')) + ", Limited");
        }
        if (i % 3 == 0) {
            row.set(9, words.street());
        }
        row.set(4, "Technology");
        row.set(
                13,
                companies.stream()
                        .filter(company -> company.id().equals(first.get(0)))
                        .findFirst()
                        .orElseThrow()
                        .country());
        return row;
    }

    /** Every so often a row is entered under an identifier that is taken, or is cut off. */
    private void spoil(List<List<String>> rows, int i) {
        if (i == 100 || i == 300 || i == 500) {
            List<String> taken = new ArrayList<>(rows.get(i));
            taken.set(1, taken.get(1) + " (copy)");
            table.add(taken);
            dirt.add(FILE, "files.id.duplicate");
        }
        if (i == 200 || i == 400) {
            List<String> cut = new ArrayList<>(rows.get(i));
            cut.set(0, "A-" + (9000 + i));
            table.addCut(cut);
            dirt.add(FILE, "files.row.cells");
        }
    }

    /** The account under which a record of the company is entered: of two, every other record names the second. */
    String entry(Company company, int record) {
        List<String> others = duplicates().get(company.id());
        return others.isEmpty() || record % 2 == 0 ? company.id() : others.get(0);
    }

    List<Company> companies() {
        return companies;
    }

    /** The accounts that are others entered again, by the account that came first. */
    ImmutableListMultimap<String, String> duplicates() {
        return again.build();
    }

    String text() {
        return table.text();
    }
}
