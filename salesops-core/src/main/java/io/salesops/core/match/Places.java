package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which columns say the same thing twice, known from their content: the numbers in a text and the text; and what belongs
 * to a place (phone, postal code, a city of few values) and an address. Two restaurants of one hotel share its phone.
 */
final class Places {
    private static final double FEW = 0.1;

    private final ImmutableList<FieldComparison> comparisons;
    private final double[] information;
    private final boolean[] hasFewValues;
    private final ImmutableList<ColumnKind> kinds;
    private final boolean isLink;

    Places(
            ImmutableList<FieldComparison> comparisons,
            ImmutableList<Column> columns,
            ImmutableList<ColumnKind> kinds,
            boolean isLink) {
        this(
                comparisons,
                columns.stream().mapToDouble(ModelProposal::information).toArray(),
                kinds,
                isLink);
        for (int column = 0; column < hasFewValues.length; column++) {
            hasFewValues[column] =
                    columns.get(column).distinct() < FEW * columns.get(column).filled();
        }
    }

    /** Places of columns of which only the information is known; none of them has few values. */
    Places(
            ImmutableList<FieldComparison> comparisons,
            double[] information,
            ImmutableList<ColumnKind> kinds,
            boolean isLink) {
        this.comparisons = comparisons;
        this.information = information;
        this.hasFewValues = new boolean[information.length];
        this.kinds = kinds;
        this.isLink = isLink;
    }

    /** Whether one is the numbers in the other. */
    boolean areOne(int a, int b) {
        return (kinds.get(a) == ColumnKind.NUMBERS) != (kinds.get(b) == ColumnKind.NUMBERS)
                && comparisons.get(a).column().equals(comparisons.get(b).column());
    }

    /** Whether one is an address and the other belongs to a place. */
    boolean areNear(int a, int b) {
        return (isAddress(a) && belongsToAPlace(b)) || (isAddress(b) && belongsToAPlace(a));
    }

    /**
     * The columns in the order in which others depend on them, whatever order they came in: that which tells
     * least comes first, a city before its streets. In a link that holds for addresses; of the rest what tells most.
     */
    ImmutableList<Integer> roots() {
        return IntStream.range(0, information.length)
                .boxed()
                .sorted(Comparator.comparing((Integer column) -> !fromTheLarger(column))
                        .thenComparing(column -> (fromTheLarger(column) ? 1 : -1) * information[column])
                        .thenComparing(column -> comparisons.get(column).name()))
                .collect(ImmutableList.toImmutableList());
    }

    private boolean fromTheLarger(int column) {
        return !isLink
                || isAddress(column)
                || IntStream.range(0, information.length)
                        .anyMatch(other -> areNear(column, other) || areOne(column, other));
    }

    /** A text with numbers. */
    private boolean isAddress(int column) {
        for (int other = 0; other < information.length; other++) {
            if (kinds.get(column) == ColumnKind.TEXT && areOne(column, other)) {
                return true;
            }
        }
        return false;
    }

    private boolean belongsToAPlace(int column) {
        return switch (kinds.get(column)) {
            case PHONE, CODE -> true;
            case NAME, TEXT -> !isAddress(column) && hasFewValues[column];
            default -> false;
        };
    }
}
