package io.salesops.territory.assign;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.CustomFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleIndexTest {
    private static final RuleIndex INDEX = RuleIndex.of(List.of(
            Account.COUNTRY.is("DE").and(Account.INDUSTRY.is("retail")),
            Account.COUNTRY.is("DE").and(Account.INDUSTRY.is("software")),
            Account.COUNTRY.in("AT", "CH"),
            Account.EMPLOYEES.atLeast(200L),
            Account.COUNTRY.is("DE").or(Account.COUNTRY.is("AT")),
            Account.COUNTRY.is("DE").not()));

    private static int[] found(Optional<String> country, Optional<String> industry) {
        return INDEX.candidates(Account.builder()
                .id(AccountId.of("A-1"))
                .name("A-1")
                .address(Address.builder().country(country).build())
                .industry(industry)
                .build());
    }

    @Test
    void findsRulesByTheTestThatLeadsToTheFewest() {
        // Two rules ask for DE, one for each industry: they are filed under industry.
        assertThat(found(Optional.of("DE"), Optional.of("retail"))).containsExactly(0, 3, 4, 5);
        assertThat(found(Optional.of("CH"), Optional.of("mining"))).containsExactly(2, 3, 4, 5);
        assertThat(found(Optional.of("FR"), Optional.of("software"))).containsExactly(1, 3, 4, 5);
    }

    @Test
    void findsEveryRuleUnderAFieldThatIsMissing() {
        assertThat(found(Optional.empty(), Optional.empty())).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void findsNumbersOnlyWhereTheirHashAgreesWithTheirOrder() {
        Criteria<Account> decimal = Account.custom("score", BigDecimal.class).is(new BigDecimal("1.0"));
        RuleIndex index = RuleIndex.of(List.of(decimal));

        Account one = Account.builder()
                .id(AccountId.of("A-1"))
                .name("A-1")
                .custom(CustomFields.none().with("score", new CustomFields.Decimal(BigDecimal.ONE)))
                .build();

        // 1.0 and 1 are the same number with two hashes, so the rule is found whatever the value.
        assertThat(decimal.test(one)).isEqualTo(Truth.TRUE);
        assertThat(index.candidates(one)).containsExactly(0);
    }
}
