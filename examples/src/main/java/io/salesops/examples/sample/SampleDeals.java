package io.salesops.examples.sample;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes a catalogue and the deals of six quarters up to {@link #AS_OF}. */
final class SampleDeals {
    static final String FILE = "opportunities.csv";
    static final String PRODUCTS = "products.csv";
    static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);
    private static final LocalDate FIRST = LocalDate.of(2024, 7, 1);
    private static final int DEALS = 2100;

    /** List price of one unit in USD. */
    private static final ImmutableMap<String, Integer> PRICES = ImmutableMap.<String, Integer>builder()
            .put("Relay Basic", 480)
            .put("Relay Plus", 1250)
            .put("Relay Pro", 3900)
            .put("Beacon", 160)
            .put("Beacon Array", 2200)
            .put("Anchor Suite", 9500)
            .put("Anchor Site", 24000)
            .put("Care Plan", 75)
            .buildOrThrow();

    private final SampleWords words;
    private final Dirt dirt;
    private final List<SampleAccounts.Company> companies;
    private final SampleTable products = new SampleTable("product", "family", "list_price", "currency", "active");
    private final SampleTable deals = new SampleTable(
            "id",
            "name",
            "account",
            "owner",
            "stage",
            "product",
            "quantity",
            "amount",
            "currency",
            "engaged_on",
            "close_date",
            "next_step");

    SampleDeals(SampleWords words, Dirt dirt, SampleAccounts accounts) {
        this.words = words;
        this.dirt = dirt;
        this.companies = accounts.companies();
        PRICES.forEach((name, price) -> products.add(List.of(
                name,
                SampleWords.words(name).get(0),
                price + ".00",
                "USD",
                name.equals("Relay Basic") ? "no" : "yes")));
        for (int i = 1; i <= DEALS; i++) {
            List<String> row = deal(i, accounts);
            spoil(row, i);
        }
        deals.addOpenQuote(deal(DEALS + 1, accounts));
        dirt.add(FILE, "files.row.truncated");
    }

    private List<String> deal(int i, SampleAccounts accounts) {
        SampleAccounts.Company company = companies.get(words.between(0, companies.size() - 1));
        LocalDate engaged = FIRST.plusDays(words.between(0, 540));
        LocalDate closed = engaged.plusDays(words.between(5, 140));
        boolean open = closed.isAfter(AS_OF) || words.percent(8);
        String stage = open ? openStage() : words.percent(58) ? "Won" : "Lost";
        String product = words.any(PRICES.keySet().asList());
        int quantity = words.between(1, 12);
        long list = (long) PRICES.getOrDefault(product, 0) * quantity;
        boolean euro = ImmutableList.of("GB", "DE", "FR", "NL").contains(company.country());
        // In hundredths, at up to a quarter off.
        long amount = list * (100 - words.between(0, 25));
        boolean early = stage.equals("Prospecting");
        boolean homeless = open && words.percent(25);
        if (homeless) {
            dirt.add(FILE, "account-given");
        }
        return new ArrayList<>(List.of(
                "D-" + (10000 + i),
                company.name() + ", " + product,
                homeless ? "" : accounts.entry(company, i),
                company.owner(),
                stage,
                alias(product),
                Integer.toString(quantity),
                early && words.percent(60) ? "n/a" : amount / 100 + "." + SampleAccounts.two((int) (amount % 100)),
                euro ? "EUR" : "USD",
                early ? "" : engaged.toString(),
                open && words.percent(30) ? "" : closed.toString(),
                open ? "Call" : ""));
    }

    private String openStage() {
        return words.percent(25) ? "Prospecting" : words.percent(60) ? "Engaging" : "Proposal";
    }

    /** Some people write the name in one word, and no alias says what they mean. */
    private String alias(String product) {
        if (product.equals("Relay Pro") && words.percent(30)) {
            dirt.add(FILE, "product-known");
            return "RelayPro";
        }
        return product;
    }

    /** Every so often a row is wrong in one way; the row as it was meant does not stand beside it. */
    private void spoil(List<String> row, int i) {
        switch (i % 500) {
            case 50 -> {
                row.set(7, "1200.00");
                row.set(8, "XXQ");
                dirt.add(FILE, "files.currency.unknown");
            }
            case 100 -> {
                row.set(10, "2025-02-30");
                dirt.add(FILE, "files.date.invalid");
            }
            case 150, 400 -> {
                row.set(10, "03/04/2025");
                dirt.add(FILE, "files.date.ambiguous");
            }
            case 200 -> {
                row.set(0, "D-" + (10000 + i - 1));
                dirt.add(FILE, "files.id.duplicate");
            }
            case 250 -> {
                row.set(7, "1.200,00");
                dirt.add(FILE, "files.number.invalid");
            }
            case 300 -> {
                // By month first it would be no day: this one can be read.
                row.set(10, "31/03/2025");
            }
            default -> {}
        }
        if (i % 700 == 10) {
            deals.addCut(row);
            dirt.add(FILE, "files.row.cells");
        } else {
            deals.add(row);
        }
    }

    String deals() {
        return deals.text();
    }

    String products() {
        return products.text();
    }
}
