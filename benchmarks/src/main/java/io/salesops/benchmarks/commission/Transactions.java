package io.salesops.benchmarks.commission;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.credit.CreditRows;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.Tier;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/** Transactions of payees, by payee and day, and the plan of four marginal tiers at tie-prone rates that pays them. */
final class Transactions implements CreditRows {
    static final FiscalPeriod YEAR = new FiscalPeriod("FY2026", LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));

    /** The bounds of all tiers but the last, in cents. */
    static final long[] BOUNDS = {5_000_000L, 10_000_000L, 12_500_000L};

    /** The rates, in thousandths. */
    static final long[] RATES = {50, 75, 100, 125};

    private static final CurrencyUnit USD = Monetary.getCurrency("USD");

    /** The plan as a loop takes it: bounds in percent of the quota, rates as whole numbers of units. */
    final long[] boundPercent = {50, 100, 125};

    final long[] rates = RATES.clone();
    final long unit;
    final long[] quotaCents;
    final long[] cents;
    final int[] payee;

    /** The rows in the order in which they come: by day, payees mixed. */
    final int[] mixedPayee;

    final long[] mixedCents;
    private final int[] day;
    private final int perPayee;
    private final ImmutableList<PayeeId> payees;

    Transactions(int count, int payeeCount) {
        Random random = new Random(42);
        perPayee = count / payeeCount;
        cents = new long[count];
        checkCount(count, payeeCount);
        unit = 1_000;
        quotaCents = new long[payeeCount];
        java.util.Arrays.fill(quotaCents, 10_000_000L);
        payee = new int[count];
        day = new int[count];
        int first = (int) YEAR.from().toEpochDay();
        ImmutableList.Builder<PayeeId> names = ImmutableList.builder();
        for (int p = 0; p < payeeCount; p++) {
            names.add(PayeeId.of(String.format("P%06d", p)));
            for (int i = 0; i < perPayee; i++) {
                int row = p * perPayee + i;
                payee[row] = p;
                cents[row] = 500L + random.nextInt(25_000);
                day[row] = first + (int) (365L * i / perPayee);
            }
        }
        payees = names.build();
        mixedPayee = new int[count];
        mixedCents = new long[count];
        int next = 0;
        for (int i = 0; i < perPayee; i++) {
            int shift = random.nextInt(payeeCount);
            for (int p = 0; p < payeeCount; p++) {
                int mixed = (int) ((p * 7_919L + shift) % payeeCount);
                mixedPayee[next] = mixed;
                mixedCents[next] = cents[mixed * perPayee + i];
                next++;
            }
        }
    }

    /** Payees are mixed by a step that is prime to any smaller count of them. */
    private static void checkCount(int count, int payeeCount) {
        if (count % payeeCount != 0 || payeeCount % 7_919 == 0) {
            throw new IllegalArgumentException(
                    "transactions must be a multiple of the payees, and those none of 7,919: " + count + ", "
                            + payeeCount);
        }
    }

    static CommissionPlan plan() {
        return CommissionPlan.builder()
                .id(PlanId.of("four-tiers"))
                .version("1")
                .effective(YEAR.range())
                .currency(USD)
                .addRules(PlanRule.Tiered.marginal(
                        "tiers",
                        "bookings",
                        Tier.to("50%", "5%"),
                        Tier.to("100%", "7.5%"),
                        Tier.to("125%", "10%"),
                        Tier.beyond("12.5%")))
                .build();
    }

    List<Quota> quotas() {
        List<Quota> quotas = new ArrayList<>();
        for (PayeeId id : payees) {
            quotas.add(Quota.builder()
                    .owner(RepId.of(id.value()))
                    .measure("bookings")
                    .period(DateRange.of("2026-01-01", "2027-01-01"))
                    .amount(Amounts.of("100000", "USD"))
                    .build());
        }
        return quotas;
    }

    @Override
    public CurrencyUnit currency() {
        return USD;
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
    public int start(int number) {
        return number * perPayee;
    }

    @Override
    public int end(int number) {
        return (number + 1) * perPayee;
    }

    @Override
    public long minor(int row) {
        return cents[row];
    }

    @Override
    public int epochDay(int row) {
        return day[row];
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
