package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Companies of few places: far more pairs agree on country, city, postcode and telephone prefix than are one. */
class SamePlaceTest {
    private static final ImmutableList<String> STEMS =
            ImmutableList.of("Ever", "Lum", "Peld", "Brim", "Quor", "Seld", "Ul", "Mar", "Tor", "Win", "Hal", "Nor");
    private static final ImmutableList<String> ENDS =
            ImmutableList.of("mere", "rill", "ane", "thal", "fen", "stad", "vio", "ton", "wick", "by", "dale", "more");
    private static final ImmutableList<String> TRADES =
            ImmutableList.of("Optics", "Freight", "Ceramics", "Foods", "Robotics", "Paper", "Steel", "Energy");
    private static final ImmutableList<String> STREETS =
            ImmutableList.of("Harbor Street", "Chapel Road", "Mill Lane", "Station Road", "Meadow Way");

    private static final int SOUND = 560;
    private static final int COPIES = 40;

    private static List<Account> companies(Random random) {
        List<Account> companies = new ArrayList<>();
        for (int number = 0; number < SOUND; number++) {
            int country = random.nextInt(6);
            int city = random.nextInt(4);
            companies.add(company(
                    "A-" + number,
                    pick(STEMS, random) + pick(ENDS, random) + " " + pick(TRADES, random) + " Ltd",
                    (1 + random.nextInt(250)) + " " + pick(STREETS, random),
                    country,
                    city,
                    String.format(Locale.ROOT, "+%d%d %03d %04d", 31 + country, city, 555, random.nextInt(400))));
        }
        for (int copy = 0; copy < COPIES; copy++) {
            Account of = companies.get(copy * 13);
            StringBuilder name = new StringBuilder(of.name());
            name.deleteCharAt(1 + random.nextInt(4));
            companies.add(of.withId(AccountId.of("B-" + copy)).withName(name.toString()));
        }
        return companies;
    }

    private static String pick(ImmutableList<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static Account company(String id, String name, String street, int country, int city, String phone) {
        return Account.builder()
                .id(AccountId.of(id))
                .name(name)
                .website(name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".example")
                .phone(phone)
                .address(Address.builder()
                        .street(street)
                        .city("Town " + "ABCDEF".charAt(country) + city)
                        .postalCode("" + (1000 + 100 * country + city))
                        .country("C" + country)
                        .build())
                .build();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void companiesOfOnePlaceAreNotTakenForOne(long seed) {
        List<Account> companies = companies(new Random(seed));
        MatchModel model =
                MatchTrainer.standard().train(Records.accounts(companies)).model();
        Duplicates<AccountId> found = Deduplicator.of(model.withThreshold(5)).dedupe(Records.accounts(companies));

        long copies = found.clusters().stream()
                .filter(cluster -> cluster.members().size() == 2
                        && cluster.members().get(1).value().startsWith("B-"))
                .count();
        assertThat(copies).isGreaterThanOrEqualTo(COPIES * 9 / 10);
        assertThat(found.clusters().size()).isLessThanOrEqualTo(COPIES * 12 / 10);
    }
}
