package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.credit.CreditRows;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.money.Amounts;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/** As many bookings for each of some payees, all on one day. */
final class MillionRows implements CreditRows {
    private static final int DAY = (int) LocalDate.of(2026, 6, 1).toEpochDay();

    private final long[] cents;
    private final ImmutableList<PayeeId> payees;

    MillionRows(long[] cents, int payees) {
        this.cents = cents.clone();
        this.payees = IntStream.range(0, payees)
                .mapToObj(number -> PayeeId.of(String.format("P%03d", number)))
                .collect(ImmutableList.toImmutableList());
    }

    List<Quota> quotas() {
        return payees.stream()
                .map(payee -> Quota.builder()
                        .owner(RepId.of(payee.value()))
                        .measure("bookings")
                        .period(WorkedPlans.YEAR)
                        .amount(Amounts.of("100000", "USD"))
                        .build())
                .toList();
    }

    @Override
    public CurrencyUnit currency() {
        return Monetary.getCurrency("USD");
    }

    @Override
    public int scale() {
        return 2;
    }

    @Override
    public int size() {
        return cents.length;
    }

    @Override
    public ImmutableList<PayeeId> payees() {
        return payees;
    }

    @Override
    public int start(int payee) {
        return payee * (cents.length / payees.size());
    }

    @Override
    public int end(int payee) {
        return start(payee + 1);
    }

    @Override
    public long minor(int row) {
        return cents[row];
    }

    @Override
    public int epochDay(int row) {
        return DAY;
    }

    @Override
    public ImmutableList<String> measures() {
        return ImmutableList.of("bookings");
    }

    @Override
    public int measure(int row) {
        return 0;
    }
}
