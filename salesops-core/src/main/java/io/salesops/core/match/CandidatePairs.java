package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Omission;
import io.salesops.core.run.Execution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * The pairs that blocking rules select, each once, with the first rule that selects it. The pairs of every rule are counted
 * from the sizes of its blocks before one of them is made; where all together exceed the budget, the largest blocks are left out, so
 * that a larger budget keeps all pairs of a smaller one. Immutable and thread-safe; memory is 8 bytes a pair.
 *
 * <p>Blocks of rules with one key that have more records than the model refines above are cut by the keys of the other
 * such rules, as if there were a rule for each two of them.
 */
final class CandidatePairs {
    private static final int EXAMPLES = 5;
    /** A key of more than this share of the records parts nothing. */
    private static final double COMMON = 0.2;

    private final ImmutableList<BlockingRule> rules;
    private final long[] pairs;
    private final boolean[] keyed;
    private final ImmutableList<Omission> omitted;

    private CandidatePairs(
            ImmutableList<BlockingRule> rules, long[] pairs, boolean[] keyed, ImmutableList<Omission> omitted) {
        this.rules = rules;
        this.pairs = pairs;
        this.keyed = keyed;
        this.omitted = omitted;
    }

    static CandidatePairs of(
            Rows rows, MatchModel model, ImmutableList<Column> columns, long budget, Execution execution) {
        checkArgument(
                rows.size() <= 1 << PairSet.RECORD_BITS,
                "more than %s records: %s. Maybe match them in parts, by country.",
                1 << PairSet.RECORD_BITS,
                rows.size());
        KeyTables tables = new KeyTables(rows, model, columns);
        tables.prepare(model, execution);
        return new Selection(rows, model, tables, execution).select(budget);
    }

    /** No pairs, of no rules. */
    static CandidatePairs none() {
        return new CandidatePairs(ImmutableList.of(), new long[0], new boolean[0], ImmutableList.of());
    }

    /** The most records that a key may have which cuts blocks of others. */
    static int common(int refineAbove, int records) {
        return Math.max(refineAbove + 1, (int) (COMMON * records));
    }

    int size() {
        return pairs.length;
    }

    int first(int pair) {
        return PairSet.first(pairs[pair]);
    }

    int second(int pair) {
        return PairSet.second(pairs[pair]);
    }

    /** The number of the first rule that selects a pair, by the number of the pair. */
    int rule(int pair) {
        return PairSet.rule(pairs[pair]);
    }

    /** The rules, those of the model and behind them each two that cut large blocks. */
    ImmutableList<BlockingRule> rules() {
        return rules;
    }

    /** The number of the first rule that selects the pair; -1 where none does. */
    int ruleOf(int first, int second) {
        long from = PairSet.pack(first, second, 0);
        int at = Arrays.binarySearch(pairs, from);
        int index = at < 0 ? -at - 1 : at;
        return index < pairs.length && first(index) == first && second(index) == second
                ? PairSet.rule(pairs[index])
                : -1;
    }

    /** How many pairs each rule selects that no earlier one does. */
    long[] pairsByRule() {
        long[] byRule = new long[rules.size()];
        for (long pair : pairs) {
            byRule[PairSet.rule(pair)]++;
        }
        return byRule;
    }

    /** Whether the record has a key of any rule; one without is compared with none. */
    boolean hasKey(int record) {
        return keyed[record];
    }

    /** Blocks that are too large or did not fit the budget, by rule, counted in pairs. */
    ImmutableList<Omission> omitted() {
        return omitted;
    }

    private static final class Selection {
        private final Rows rows;
        private final Execution execution;
        private final int refineAbove;
        private final int common;
        private final List<Rule> rules = new ArrayList<>();

        Selection(Rows rows, MatchModel model, KeyTables tables, Execution execution) {
            this.rows = rows;
            this.execution = execution;
            this.refineAbove = model.refineAbove();
            this.common = common(refineAbove, rows.size());
            List<Rule> single = new ArrayList<>();
            for (BlockingRule rule : model.blocking()) {
                Rule made = new Rule(
                        rule, rule.keys().stream().map(tables::of).collect(ImmutableList.toImmutableList()), false);
                rules.add(made);
                if (made.isSingle()) {
                    single.add(made);
                }
            }
            for (int i = 0; refineAbove > 0 && i < single.size(); i++) {
                for (int j = i; j < single.size(); j++) {
                    if (single.get(i).key().isCutBy(single.get(j).key())) {
                        rules.add(single.get(i).with(single.get(j)));
                    }
                }
            }
            checkArgument(
                    rules.size() < 1 << PairSet.RULE_BITS,
                    "more than %s blocking rules: %s. Maybe fewer keys.",
                    1 << PairSet.RULE_BITS,
                    rules.size());
        }

        CandidatePairs select(long budget) {
            int parts = Math.min(execution.parallelism(), rules.size());
            AtomicLong left = new AtomicLong(budget);
            List<Selected> selected =
                    Parallel.run(execution, "block", parts, part -> select(part, parts, Integer.MAX_VALUE, left));
            if (left.get() < 0) {
                int largest = largestBlock(budget);
                left.set(budget);
                selected = Parallel.run(execution, "block", parts, part -> select(part, parts, largest, left));
            }
            boolean[] keyed = new boolean[rows.size()];
            boolean[] parted = new boolean[rows.size()];
            for (Selected part : selected) {
                for (int record = 0; record < keyed.length; record++) {
                    keyed[record] |= part.keyed[record];
                    parted[record] |= part.parted[record];
                }
            }
            ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
            Leftover uncut = new Leftover();
            for (int number = 0; number < rules.size(); number++) {
                Rule rule = rules.get(number);
                Leftover leftover = selected.get(number % parts).leftovers.get(number / parts);
                // What a rule with one key leaves over is cut by two: those say what stays.
                if (rule.isCut()) {
                    uncut.addAll(leftover);
                } else if (leftover.pairs > 0 && !(refineAbove > 0 && rule.isSingle())) {
                    omitted.add(leftover.omission("pairs of oversize blocks of " + rule.rule()));
                }
            }
            if (uncut.pairs > 0) {
                omitted.add(uncut.omission("pairs of oversize blocks of two keys, by rule"));
            }
            ImmutableList<String> unparted = IntStream.range(0, keyed.length)
                    .filter(record -> keyed[record] && !parted[record])
                    .mapToObj(rows::label)
                    .collect(ImmutableList.toImmutableList());
            if (!unparted.isEmpty()) {
                omitted.add(Omission.of("records of which all blocks are too large", unparted, EXAMPLES));
            }
            return new CandidatePairs(
                    rules.stream().map(Rule::rule).collect(ImmutableList.toImmutableList()),
                    PairSet.union(selected.stream().map(part -> part.pairs).toArray(long[][]::new)),
                    keyed,
                    omitted.build());
        }

        /** Every {@code parts}-th rule, from {@code part} on, as long as their pairs, counted before, are within what is left. */
        private Selected select(int part, int parts, int largest, AtomicLong left) {
            PairSet pairs = new PairSet(rows.size());
            boolean[] keyed = new boolean[rows.size()];
            boolean[] parted = new boolean[rows.size()];
            List<Leftover> leftovers = new ArrayList<>();
            for (int number = part; number < rules.size(); number += parts) {
                execution.cancellation().check("block");
                Rule rule = rules.get(number);
                RuleBlocks blocks = blocks(rule);
                if (left.addAndGet(-blocks.pairsUpTo(limit(rule, largest))) < 0) {
                    break;
                }
                Leftover leftover = new Leftover();
                leftovers.add(leftover);
                int mine = number;
                for (int block = 0; block < blocks.count(); block++) {
                    int size = blocks.size(block);
                    for (int i = 0; !rule.isCut() && i < size; i++) {
                        keyed[blocks.member(block, i)] = true;
                    }
                    if (size > limit(rule, largest)) {
                        leftover.add(blocks, block);
                        continue;
                    }
                    for (int i = 0; i < size; i++) {
                        parted[blocks.member(block, i)] = true;
                    }
                    if (size > 1) {
                        blocks.forEachPair(block, (first, second) -> pairs.add(first, second, mine));
                    }
                }
            }
            return new Selected(pairs.drain(), keyed, parted, leftovers);
        }

        private RuleBlocks blocks(Rule rule) {
            return RuleBlocks.of(rows, rule.tables(), rule.isCut() ? refineAbove : 0, common);
        }

        private int limit(Rule rule, int largest) {
            return refineAbove > 0 && (rule.isSingle() || rule.isCut()) ? Math.min(refineAbove, largest) : largest;
        }

        /** How many pairs blocks of each size have, of every {@code parts}-th rule from {@code part} on. */
        private Map<Integer, Long> pairsBySize(int part, int parts) {
            TreeMap<Integer, Long> bySize = new TreeMap<>();
            for (int number = part; number < rules.size(); number += parts) {
                execution.cancellation().check("count");
                Rule rule = rules.get(number);
                RuleBlocks blocks = blocks(rule);
                int limit = limit(rule, Integer.MAX_VALUE);
                for (int block = 0; block < blocks.count(); block++) {
                    if (blocks.size(block) > 1 && blocks.size(block) <= limit) {
                        bySize.merge(blocks.size(block), blocks.pairs(block), Long::sum);
                    }
                }
            }
            return bySize;
        }

        /** The size of the largest blocks that fit the budget, counted from sizes alone. */
        private int largestBlock(long budget) {
            int parts = Math.min(execution.parallelism(), rules.size());
            TreeMap<Integer, Long> bySize = new TreeMap<>();
            Parallel.run(execution, "count", parts, part -> pairsBySize(part, parts))
                    .forEach(counted -> counted.forEach((size, pairs) -> bySize.merge(size, pairs, Long::sum)));
            long total = 0;
            int largest = 1;
            for (var entry : bySize.entrySet()) {
                total += entry.getValue();
                if (total > budget) {
                    return largest;
                }
                largest = entry.getKey();
            }
            return Integer.MAX_VALUE;
        }
    }

    /** What some of the rules select. */
    private static final class Selected {
        private final long[] pairs;
        private final boolean[] keyed;
        /** Which records stand in a block that is not too large. */
        private final boolean[] parted;

        private final List<Leftover> leftovers;

        Selected(long[] pairs, boolean[] keyed, boolean[] parted, List<Leftover> leftovers) {
            this.pairs = pairs;
            this.keyed = keyed;
            this.parted = parted;
            this.leftovers = leftovers;
        }
    }

    /** A rule and its tables; a cut is two rules with one key each, for blocks that are large under both. */
    private record Rule(BlockingRule rule, ImmutableList<KeyTable> tables, boolean isCut) {
        boolean isSingle() {
            return !isCut && tables.size() == 1;
        }

        BlockKey key() {
            return tables.get(0).key();
        }

        Rule with(Rule other) {
            return new Rule(
                    new BlockingRule(ImmutableList.of(
                            rule.keys().get(0), other.rule.keys().get(0))),
                    ImmutableList.of(tables.get(0), other.tables.get(0)),
                    true);
        }
    }

    /** The pairs of blocks that are not compared, and the largest of those blocks. */
    private static final class Leftover {
        private final TreeMap<Integer, Integer> blocksBySize = new TreeMap<>();
        private long pairs;

        void add(RuleBlocks blocks, int block) {
            pairs += blocks.pairs(block);
            blocksBySize.merge(blocks.size(block), 1, Integer::sum);
        }

        void addAll(Leftover other) {
            pairs += other.pairs;
            other.blocksBySize.forEach((size, blocks) -> blocksBySize.merge(size, blocks, Integer::sum));
        }

        Omission omission(String reason) {
            return new Omission(
                    reason,
                    pairs,
                    blocksBySize.descendingMap().entrySet().stream()
                            .limit(EXAMPLES)
                            .map(entry -> entry.getValue() + " of " + entry.getKey() + " records")
                            .collect(ImmutableList.toImmutableList()));
        }
    }
}
