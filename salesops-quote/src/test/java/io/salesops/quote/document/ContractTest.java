package io.salesops.quote.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.AccountId;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class ContractTest {
    private static final Term YEAR = Term.months("2026-01-01", 12);
    private static final Contract CONTRACT = Contract.builder()
            .id(ContractId.of("C-1"))
            .account(AccountId.of("A-17"))
            .currency(Monetary.getCurrency("EUR"))
            .effective(DateRange.of("2026-01-01", "2027-01-01"))
            .addLines(QuoteLine.of("1", "GTX", 10, YEAR), QuoteLine.of("2", "SUPPORT", 1, YEAR))
            .build();

    private static Amendment.Builder amendment(String id, String from) {
        return Amendment.builder().id(AmendmentId.of(id)).effectiveFrom(LocalDate.parse(from));
    }

    private static QuoteLine line(String id, String from, int months) {
        return QuoteLine.of(id, "GTX", 1, Term.months(from, months));
    }

    @Test
    void amendmentsMayComeInAnyOrderOfDays() {
        Amendment cancel =
                amendment("a", "2026-07-01").addCancel(LineId.of("2")).build();
        Amendment earlier = amendment("b", "2026-03-01")
                .putQuantities(LineId.of("2"), BigDecimal.TEN)
                .build();
        Amendment again =
                amendment("c", "2026-10-01").addAdd(line("2", "2026-10-01", 3)).build();
        assertThat(CONTRACT.withAmendments(cancel, earlier, again).amendments())
                .containsExactly(cancel, earlier, again);
    }

    @Test
    void aContractMayRunWithoutEnd() {
        Contract open = CONTRACT.withEffective(DateRange.from(LocalDate.of(2026, 1, 1)));
        assertThat(Contract.BEFORE.below(LocalDate.MAX).test(open)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void allFaultsOfAContractAreNamedAtOnce() {
        assertThatThrownBy(() -> CONTRACT.withLines(List.of())).hasMessageContaining("contract C-1 must have a line");
        assertThatThrownBy(() -> CONTRACT.withEffective(DateRange.before(LocalDate.of(2027, 1, 1))))
                .hasMessageContaining("contract C-1 must have a first day");
        assertThatThrownBy(() -> CONTRACT.withEffective(DateRange.of("2026-01-01", "2026-01-01")))
                .hasMessageContaining("contract C-1 must have a first day");
        Amendment twice = amendment("a", "2027-01-01")
                .putQuantities(LineId.of("7"), BigDecimal.ONE)
                .addCancel(LineId.of("8"))
                .build();
        Amendment known =
                amendment("b", "2026-02-01").addAdd(line("1", "2026-02-01", 1)).build();
        assertThatThrownBy(() -> Contract.builder()
                        .from(CONTRACT)
                        .addLines(line("1", "2026-06-01", 12))
                        .addAmendments(twice, twice, known)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 1 of contract C-1 is there already")
                .hasMessageContaining("line 1 of contract C-1 must lie within the days of the contract")
                .hasMessageContaining("2026-06-01 to before 2027-06-01")
                .hasMessageContaining("amendment a of contract C-1 is there already")
                .hasMessageContaining("amendment a must hold from a day of the contract")
                .hasMessageContaining("amendment a names line 7, which contract C-1 does not have")
                .hasMessageContaining("amendment a names line 8, which contract C-1 does not have")
                .hasMessageContaining("line 1 of amendment b is there already");
    }

    @Test
    void allFaultsOfAnAmendmentAreNamedAtOnce() {
        assertThatThrownBy(() -> amendment("a", "2026-07-01").build())
                .hasMessageContaining("amendment a must add, change or cancel a line");
        assertThatThrownBy(() -> amendment("a", "2026-07-01")
                        .addAdd(line("3", "2026-06-01", 1), line("3", "2026-07-01", 1))
                        .putQuantities(LineId.of("3"), BigDecimal.ONE)
                        .putQuantities(LineId.of("1"), new BigDecimal("-2"))
                        .addCancel(LineId.of("1"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("amendment a must add line 3 once")
                .hasMessageContaining("line 3 of amendment a must not start before 2026-07-01")
                .hasMessageContaining("amendment a must not add and change line 3")
                .hasMessageContaining("quantity of line 1 in amendment a must not be negative: -2")
                .hasMessageContaining("amendment a must not cancel line 1 and add or change it as well");
    }

    @Test
    void conditionsNameItsFields() {
        assertThat(Contract.ID
                        .is(ContractId.of("C-1"))
                        .and(Contract.ACCOUNT.is(AccountId.of("A-17")))
                        .and(Contract.CURRENCY.is(Monetary.getCurrency("EUR")))
                        .and(Contract.FROM.is(LocalDate.of(2026, 1, 1)))
                        .and(Contract.BEFORE.is(LocalDate.of(2027, 1, 1)))
                        .test(CONTRACT))
                .isEqualTo(Truth.TRUE);
    }
}
