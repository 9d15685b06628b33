package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Forbidden;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Why units moved: for each, what would be worse in the finished plan if it alone had stayed. */
final class MoveReasons {
    private final PlanFigures figures;
    private final UnitTable table;
    private final Set<Forbidden> forbidden;
    private final Set<io.salesops.territory.area.UnitId> grouped = new HashSet<>();
    private final double[][] centres;

    MoveReasons(PlanFigures figures) {
        this.figures = figures;
        table = figures.table;
        forbidden = new HashSet<>(table.problem.forbidden());
        table.problem.together().forEach(group -> grouped.addAll(group.units()));
        table.problem.apart().forEach(group -> grouped.addAll(group.units()));
        centres = new double[table.territories.size()][];
        for (int t = 0; t < centres.length; t++) {
            centres[t] = figures.distances().centre(figures.members(t));
        }
    }

    ImmutableList<Move> moves() {
        ImmutableList.Builder<Move> moves = ImmutableList.builder();
        figures.movedUnits().forEach(unit -> moves.add(move(unit)));
        return moves.build();
    }

    private Move move(int unit) {
        AlignmentUnit moved = table.units.get(unit);
        TerritoryId present = moved.present().orElseThrow();
        int from = table.present(unit);
        int to = figures.labels[unit];
        TerritoryId target = table.territories.get(to).id();
        Rate balance = from < 0 ? Rate.ZERO : balance(unit, from, to);
        BigDecimal nearer = from < 0 || figures.members(from).length == 0
                ? BigDecimal.ZERO.setScale(3)
                : PlanFigures.kilometres(figures.distances().distance(unit, centres[from])
                        - figures.distances().distance(unit, centres[to]));
        Reason reason = reason(unit, from, present, balance, nearer);
        return Move.builder()
                .unit(moved.id())
                .present(present)
                .to(target)
                .reason(reason)
                .balance(balance)
                .nearer(nearer)
                .why(why(reason, moved, present, target, balance, nearer))
                .build();
    }

    private Reason reason(int unit, int from, TerritoryId present, Rate balance, BigDecimal nearer) {
        AlignmentUnit moved = table.units.get(unit);
        if (from < 0 || forbidden.contains(new Forbidden(moved.id(), present)) || grouped.contains(moved.id())) {
            return Reason.RULE;
        }
        if (balance.signum() > 0) {
            return Reason.BALANCE;
        }
        if (table.problem.contiguous() && (!figures.touches(unit, from) || !figures.holdsWithout(unit))) {
            return Reason.CONTIGUITY;
        }
        return nearer.signum() > 0 ? Reason.DISTANCE : Reason.CHAIN;
    }

    /** By how much the deviations of both territories would together be larger in the first measure. */
    private Rate balance(int unit, int from, int to) {
        if (table.balance.isEmpty()) {
            return Rate.ZERO;
        }
        Targets targets = figures.targets().get(0);
        BigInteger weight = BigInteger.valueOf(
                table.units.get(unit).weight(table.balance.get(0).measure()));
        BigInteger left = figures.load(0, from);
        BigInteger right = figures.load(0, to);
        Rational before = targets.deviation(from, left.add(weight))
                .abs()
                .plus(targets.deviation(to, right.subtract(weight)).abs());
        Rational after = targets.deviation(from, left)
                .abs()
                .plus(targets.deviation(to, right).abs());
        return AttainableBounds.percent(before.plus(after.negated()), RoundingMode.HALF_EVEN);
    }

    private String why(
            Reason reason, AlignmentUnit unit, TerritoryId from, TerritoryId to, Rate balance, BigDecimal nearer) {
        String distance =
                nearer.signum() >= 0 ? nearer + " nearer to its centre" : nearer.negate() + " farther from its centre";
        return switch (reason) {
            case RULE ->
                from + " is not for " + unit.id()
                        + Optional.of(unit.id())
                                .filter(grouped::contains)
                                .map(id -> ": units that go together, or apart, decide")
                                .orElse("");
            case CONTIGUITY -> "in " + from + " it would no longer hang together with the others; " + distance;
            case BALANCE -> from + " and " + to + " would together be " + balance + " less equal; " + distance;
            case DISTANCE -> distance + " in " + to;
            case CHAIN -> "makes room in " + from + "; " + distance;
        };
    }
}
