package io.salesops.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.match.RecordShape;
import io.salesops.core.match.Records;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs what docs/guide/matching.md shows of phone numbers. */
class PhoneGuideTest {

    @Test
    void phoneNumbersAreReadInE164() {
        Account berlin = Account.builder()
                .id(AccountId.of("A"))
                .name("Acme")
                .phone("030 901820")
                .build();
        List<Account> accounts = List.of(berlin);

        // snippet:phones
        RecordShape<Account, AccountId> shape = RecordShape.ACCOUNT.reading(
                "phone",
                "e164", // a part of the shape's version
                (account, text) -> Optional.of(NumberingPlans.dialledFrom("DE")
                        .normalized(text, account.address().flatMap(Address::country))));
        Records<AccountId> records = Records.of(shape, accounts);
        // end

        assertThat(records.size()).isEqualTo(1);
        assertThat(shape.row(berlin).columns()).containsEntry("phone", "+4930901820");
    }
}
