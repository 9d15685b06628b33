package io.salesops.commission.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditEvent;
import io.salesops.commission.credit.CreditEventId;
import io.salesops.commission.credit.EventLine;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.RepId;
import io.salesops.core.money.Amounts;
import io.salesops.core.testkit.CrmArbitraries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Bookings, invoices and payments of 2026 in US dollars, and what takes them back. */
public final class CreditEventArbitraries {

    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final ImmutableList<String> SELLERS = ImmutableList.of("ana", "ben", "cho", "dan");

    private CreditEventArbitraries() {}

    /** Ids of events: E-1 to E-30. */
    public static Arbitrary<CreditEventId> creditEventIds() {
        return CrmArbitraries.ids("E-", CreditEventId::of);
    }

    /** Lines of products, with units and margin. */
    public static Arbitrary<EventLine> eventLines() {
        return Combinators.combine(
                        Arbitraries.of("A", "B", "X"),
                        Arbitraries.longs().between(0, 2_000_00),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.longs().between(-300_00, 500_00))
                .as((product, cents, units, margin) -> EventLine.of("1", product, cents(cents))
                        .withUnits(BigDecimal.valueOf(units))
                        .withMargin(cents(margin)));
    }

    /** Bookings, invoices and payments, some with lines and agreed shares. */
    public static Arbitrary<CreditEvent> creditEvents() {
        Arbitrary<LocalDate> dates = Arbitraries.integers().between(0, 364).map(FIRST::plusDays);
        return Combinators.combine(
                        creditEventIds(),
                        dates,
                        Arbitraries.of(SELLERS).map(RepId::of),
                        Arbitraries.longs().between(-500_00, 9_000_00),
                        Arbitraries.of(Credit.Basis.class),
                        eventLines().list().ofMaxSize(3),
                        CreditRuleArbitraries.shares().optional(0.3))
                .as((id, date, owner, cents, basis, lines, split) -> {
                    List<EventLine> named = new ArrayList<>();
                    long sum = 0;
                    for (EventLine line : lines) {
                        named.add(line.withId(Integer.toString(named.size() + 1)));
                        sum += Amounts.number(line.amount()).movePointRight(2).longValueExact();
                    }
                    return CreditEvent.builder()
                            .id(id)
                            .date(date)
                            .owner(owner)
                            .account(AccountId.of("A-1"))
                            .basis(basis)
                            .amount(cents(named.isEmpty() ? cents : sum))
                            .units(named.isEmpty() ? Optional.of(new BigDecimal("2.5")) : Optional.empty())
                            .margin(named.isEmpty() ? Optional.of(cents(cents / 3)) : Optional.empty())
                            .lines(named)
                            .split(split.orElse(ImmutableMap.of()))
                            .build();
                });
    }

    /** Returns an event that takes back so many cents of a booking. */
    public static CreditEvent refund(CreditEvent of, String id, LocalDate date, long cents) {
        return CreditEvent.builder()
                .id(CreditEventId.of(id))
                .date(date)
                .reverses(of.id())
                .owner(of.owner())
                .basis(of.basis())
                .amount(cents(-cents))
                .build();
    }

    /** Up to six events with unlike ids, about half of them taken back in up to three parts, wholly or not. */
    public static Arbitrary<ImmutableList<CreditEvent>> eventLists() {
        Arbitrary<List<Integer>> parts =
                Arbitraries.integers().between(0, 100).list().ofMaxSize(3);
        return Combinators.combine(
                        creditEvents().list().ofMaxSize(6), parts.list().ofSize(6))
                .as((events, refunds) -> {
                    ImmutableList.Builder<CreditEvent> all = ImmutableList.builder();
                    for (int i = 0; i < events.size(); i++) {
                        CreditEvent event =
                                events.get(i).withId(CreditEventId.of("E-" + i)).withSource("E-" + i);
                        all.add(event);
                        long left =
                                Amounts.number(event.amount()).movePointRight(2).longValueExact();
                        int number = 0;
                        for (int percent : refunds.get(i)) {
                            long part = left * percent / 100;
                            left -= part;
                            all.add(refund(
                                            event,
                                            "R-" + i + "-" + number,
                                            event.date().plusDays(number),
                                            part)
                                    .withDate(later(event, number)));
                            number++;
                        }
                    }
                    return all.build();
                });
    }

    private static LocalDate later(CreditEvent event, int days) {
        LocalDate date = event.date().plusDays(days);
        return date.isAfter(CreditArbitraries.END.date()) ? CreditArbitraries.END.date() : date;
    }

    private static MonetaryAmount cents(long cents) {
        return Amounts.of(BigDecimal.valueOf(cents, 2), USD);
    }
}
