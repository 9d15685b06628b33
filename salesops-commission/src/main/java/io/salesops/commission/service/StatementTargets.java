package io.salesops.commission.service;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.ledger.Earned;
import io.salesops.commission.ledger.HoldSchedule;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.ledger.PostingTarget;
import io.salesops.commission.ledger.PostingTargets;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.statement.StatementLine;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import javax.money.MonetaryAmount;

/** What a participant's statements of some periods are to be posted as. */
final class StatementTargets {
    private final RunPolicy policy;
    private final Optional<HoldSchedule> holds;

    StatementTargets(RunPolicy policy) {
        this.policy = policy;
        holds = policy.holds().map(HoldSchedule::of);
    }

    /** The kinds that a run posts, and no other: what it no longer holds back is taken out, too. */
    private ImmutableSet<Kind> kinds() {
        return ImmutableSet.<Kind>builder()
                .addAll(RunPolicy.KINDS)
                .add(Kind.RESERVE, Kind.RELEASE)
                .build();
    }

    PostingTargets of(
            Participant participant, SortedMap<FiscalPeriod, ImmutableList<Statement>> statements, LocalDate on) {
        ImmutableMap<CreditId, String> sources =
                participant.year().credits().stream().collect(ImmutableMap.toImmutableMap(Credit::id, Credit::source));
        List<PostingTarget> targets = new ArrayList<>();
        List<Earned> earned = new ArrayList<>();
        SettlementTargets settlement = new SettlementTargets(participant.year().owed());
        for (Map.Entry<FiscalPeriod, ImmutableList<Statement>> each : statements.entrySet()) {
            for (Statement statement : each.getValue()) {
                checkLines(statement);
                targets.addAll(settlement.of(each.getKey(), statement));
                for (StatementLine line : statement.lines()) {
                    Kind kind = policy.kind(line.rule());
                    String source =
                            sources.getOrDefault(line.credit(), line.credit().value());
                    targets.add(new PostingTarget(kind, line.rule(), source, each.getKey(), line.amount()));
                    if (kind == Kind.EARNING || kind == Kind.BONUS) {
                        earned.add(new Earned(line.rule(), source, each.getKey(), line.date(), line.amount()));
                    }
                }
            }
        }
        holds.ifPresent(
                schedule -> targets.addAll(HoldSchedule.targets(schedule.held(earned, participant.releases()), on)));
        return PostingTargets.builder()
                .payee(participant.year().payee())
                .plan(participant.plan())
                .origins(ImmutableSortedSet.copyOf(statements.keySet()))
                .kinds(kinds())
                .targets(targets)
                .build();
    }

    /** A statement without its lines would be posted as nothing. */
    private static void checkLines(Statement statement) {
        MonetaryAmount lines = Amounts.sum(
                statement.lines().stream().map(StatementLine::amount).toList(),
                statement.total().getCurrency());
        checkArgument(
                lines.compareTo(statement.total()) == 0,
                "lines of %s for %s must sum to %s, not %s. Maybe calculate with lines.",
                statement.payee(),
                statement.period(),
                statement.total(),
                lines);
    }

    /** Whether two calculations pay the same, line by line; what they say of credits that were left out is not compared. */
    static boolean sameFigures(List<Statement> first, List<Statement> second) {
        return figures(first).equals(figures(second));
    }

    private static ImmutableList<ImmutableList<Object>> figures(List<Statement> statements) {
        return statements.stream()
                .map(statement -> ImmutableList.<Object>of(
                        statement.planVersion(),
                        statement.total(),
                        statement.attainments(),
                        statement.lines(),
                        statement.settlement()))
                .collect(ImmutableList.toImmutableList());
    }
}
