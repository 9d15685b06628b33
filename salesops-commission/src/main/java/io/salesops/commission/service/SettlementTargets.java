package io.salesops.commission.service;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.ledger.PostingTarget;
import io.salesops.commission.statement.SettlementStep;
import io.salesops.commission.statement.Statement;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.FiscalPeriod;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.money.MonetaryAmount;

/**
 * What draws, guarantees and holdbacks of a participant's statements are to be posted as. A draw that need not be paid back
 * is forgiven as it is advanced, so that nothing is owed of it. Statements come in the order of their periods.
 */
final class SettlementTargets {
    private final Map<String, MonetaryAmount> owed;

    /** Begins with what the payee owed by draw. */
    SettlementTargets(Map<String, MonetaryAmount> owed) {
        this.owed = new LinkedHashMap<>(owed);
    }

    ImmutableList<PostingTarget> of(FiscalPeriod origin, Statement statement) {
        ImmutableList.Builder<PostingTarget> targets = ImmutableList.builder();
        for (SettlementStep step : statement.settlement()) {
            MonetaryAmount none = Amounts.zero(step.amount().getCurrency());
            MonetaryAmount amount = step.kind() == SettlementStep.Kind.FORGIVENESS
                    ? step.owed().orElse(none).subtract(owed.getOrDefault(step.rule(), none))
                    : step.amount();
            targets.add(target(kind(step.kind()), step, origin, amount));
            if (step.kind() == SettlementStep.Kind.DRAW_ADVANCE && step.owed().isEmpty()) {
                targets.add(target(Kind.FORGIVENESS, step, origin, amount.negate()));
            }
            step.owed().ifPresent(balance -> owed.put(step.rule(), balance));
        }
        return targets.build();
    }

    private static PostingTarget target(Kind kind, SettlementStep step, FiscalPeriod origin, MonetaryAmount amount) {
        return new PostingTarget(kind, step.rule(), step.subject(), origin, amount);
    }

    private static Kind kind(SettlementStep.Kind kind) {
        return switch (kind) {
            case DRAW_ADVANCE -> Kind.DRAW_ADVANCE;
            case RECOVERY -> Kind.RECOVERY;
            case FORGIVENESS -> Kind.FORGIVENESS;
            case GUARANTEE -> Kind.BONUS;
            case RESERVE -> Kind.RESERVE;
            case RELEASE -> Kind.RELEASE;
        };
    }
}
