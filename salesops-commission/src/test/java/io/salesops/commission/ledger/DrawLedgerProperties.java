package io.salesops.commission.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.core.crm.By;
import io.salesops.core.crm.UserId;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A recoverable draw, settled month by month by its definition, kept in a ledger. */
class DrawLedgerProperties {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final int DRAW = 2_000;

    private static MonetaryAmount usd(long dollars) {
        return Amounts.of(BigDecimal.valueOf(dollars), USD);
    }

    /** What each month earns, advances and recovers; what is owed is a running figure, so a late change moves all months. */
    private static PostingTargets settled(List<Integer> earned) {
        PostingTargets.Builder targets = PostingTargets.builder()
                .payee(PayeeId.of("ana"))
                .addKinds(Kind.EARNING, Kind.DRAW_ADVANCE, Kind.RECOVERY);
        long owed = 0;
        for (int i = 0; i < earned.size(); i++) {
            FiscalPeriod month = LedgerArbitraries.month(i + 1);
            long advance = Math.max(0, DRAW - earned.get(i));
            long recovery = Math.min(owed, Math.max(0, earned.get(i) - DRAW));
            owed += advance - recovery;
            targets.addOrigins(month)
                    .addTargets(
                            new PostingTarget(Kind.EARNING, "new-business", "D", month, usd(earned.get(i))),
                            new PostingTarget(Kind.DRAW_ADVANCE, "draw", month.name(), month, usd(advance)),
                            new PostingTarget(Kind.RECOVERY, "draw", month.name(), month, usd(-recovery)));
        }
        return targets.build();
    }

    @Property(tries = 300)
    void drawsConserveAndNothingNegativeIsOwed(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 5_000) Integer> earned,
            @ForAll @IntRange(min = 0, max = 11) int late,
            @ForAll @IntRange(min = 0, max = 5_000) int change) {
        List<Integer> now = new ArrayList<>();
        List<LedgerEntry> ledger = new ArrayList<>();
        for (int i = 0; i < earned.size(); i++) {
            now.add(earned.get(i));
            if (i == earned.size() - 1 && late < i) {
                now.set(late, change);
            }
            FiscalPeriod month = LedgerArbitraries.month(i + 1);
            By by = new By(
                    UserId.of("finance"), Instant.parse("2026-01-31T00:00:00Z").plusSeconds(i));
            ledger.addAll(LedgerPoster.of(month, "run-" + i, by).post(settled(now), ledger));
            ImmutableList<LedgerEntry> paid = Payouts.due(LedgerView.of(ledger), month, "pay-" + i, by);
            ledger.addAll(paid);
            LedgerView view = LedgerView.of(ledger);
            Balance balance = view.balance(USD);

            assertThat(balance.drawOwed().isNegative()).isFalse();
            assertThat(balance.payable().isPositive()).isFalse();
            assertThat(balance.paid().negate().add(balance.payable()).add(balance.held()))
                    .as("paid and payable are earned and owed")
                    .isEqualTo(balance.earned().add(balance.drawOwed()));
            assertThat(Payouts.due(view, month, "again", by)).isEmpty();
            assertThat(view.check()).isEmpty();
        }
    }
}
