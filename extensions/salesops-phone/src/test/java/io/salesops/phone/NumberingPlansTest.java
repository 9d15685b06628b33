package io.salesops.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.match.Cluster;
import io.salesops.core.match.Deduplicator;
import io.salesops.core.match.MatchModels;
import io.salesops.core.match.RecordShape;
import io.salesops.core.match.Records;
import io.salesops.core.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingPlansTest {

    @ParameterizedTest(name = "{0} from {1}")
    @CsvSource({
        "(415) 555-2671,            US, +14155552671",
        "1-800-FLOWERS,             US, +18003569377",
        "415-555-2671 ext. 12,      us, +14155552671",
        "030 901820,                DE, +4930901820",
        "+49 (0)30 901820,          US, +4930901820",
        "0049 30 901820,            DE, +4930901820",
        "020 7946 0018,             GB, +442079460018",
        "+44 20 7946 0018,          '', +442079460018",
        "06 12 34 56 78,            FR, +33612345678",
        "02 1234 5678,              IT, +390212345678"
    })
    void aNumberIsOneTextHoweverItIsWritten(String raw, String region, String e164) {
        NumberingPlans plans = NumberingPlans.standard();
        assertThat(plans.e164(raw, Optional.of(region))).contains(e164);
        assertThat(plans.e164(e164, Optional.empty())).contains(e164);
        assertThat(Normalizer.PHONE.apply(e164)).isEqualTo(e164.substring(1));
    }

    @ParameterizedTest(name = "text {0}")
    @ValueSource(strings = {"", "unknown", "030 901820", "+1 555 000", "\ud800\u0000"})
    void whatIsNoNumberStaysAsItIs(String raw) {
        assertThat(NumberingPlans.standard().e164(raw, Optional.empty())).isEmpty();
        assertThat(NumberingPlans.standard().normalized(raw, Optional.of("nowhere")))
                .isEqualTo(raw);
    }

    @Test
    void aMegabyteIsNoNumber() {
        assertThat(NumberingPlans.standard().e164("1".repeat(1_000_000), Optional.of("US")))
                .isEmpty();
    }

    @Test
    void numbersWithoutARegionAreDialledFromHome() {
        assertThat(NumberingPlans.dialledFrom("DE").e164("030 901820", Optional.empty()))
                .contains("+4930901820");
        assertThat(NumberingPlans.dialledFrom("DE").e164("(415) 555-2671", Optional.of("US")))
                .contains("+14155552671");
        assertThatThrownBy(() -> NumberingPlans.dialledFrom("Germany")).hasMessageContaining("'Germany'. Maybe ISO");
    }

    @Test
    void recordsAreReadThroughThem() {
        RecordShape<Account, AccountId> shape = RecordShape.ACCOUNT.reading(
                "phone",
                "e164",
                (account, text) -> Optional.of(NumberingPlans.standard()
                        .normalized(text, account.address().flatMap(Address::country))));
        Account first = Account.builder()
                .id(AccountId.of("1"))
                .name("Acme GmbH")
                .phone("030 / 90 18 20")
                .address(Address.builder().country("DE").build())
                .build();
        Account second = first.withId(AccountId.of("2")).withPhone("+49 30 901820");
        Records<AccountId> records = Records.of(shape, List.of(first, second));
        assertThat(Deduplicator.of(MatchModels.accounts()).dedupe(records).clusters())
                .containsExactly(Cluster.of(AccountId.of("1"), AccountId.of("2")));
        assertThat(shape.version()).isEqualTo("2+e164");
        assertThatThrownBy(() -> RecordShape.ACCOUNT.reading("fone", "e164", (account, text) -> Optional.empty()))
                .hasMessageContaining("no column 'fone'");
    }
}
