package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.finding.Omission;
import io.salesops.core.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records grouped by the keys of each blocking rule. Pairs are counted from the sizes of the groups before one is
 * made. Where they exceed the budget, the smallest blocks come first: a larger budget keeps all pairs of a smaller one.
 * Memory is one number for each record and rule. Immutable and thread-safe.
 */
final class Blocks {
    private static final int NO_BLOCK = -1;
    private static final int EXAMPLES = 5;
    private static final String BETWEEN_KEYS = "\u0001";
    private static final long PART = 100_000;

    private final ImmutableList<BlockingRule> rules;
    private final int[][] blockOf;
    private final boolean[] keyed;
    private final ImmutableList<Block> blocks;
    private final ImmutableList<Omission> omitted;

    private Blocks(
            ImmutableList<BlockingRule> rules,
            int[][] blockOf,
            boolean[] keyed,
            ImmutableList<Block> blocks,
            ImmutableList<Omission> omitted) {
        this.rules = rules;
        this.blockOf = blockOf;
        this.keyed = keyed;
        this.blocks = blocks;
        this.omitted = omitted;
    }

    /** Receives a pair: the numbers of two records, the smaller first. */
    @FunctionalInterface
    interface PairSink {
        void pair(int first, int second);
    }

    /** Records that share the keys of a rule, in ascending order. */
    private static final class Block {
        private final int rule;
        private final String key;
        private final int[] members;

        Block(int rule, String key, int[] members) {
            this.rule = rule;
            this.key = key;
            this.members = members;
        }

        int rule() {
            return rule;
        }

        String key() {
            return key;
        }

        long pairs() {
            return Blocks.pairs(members.length);
        }
    }

    static long pairs(long size) {
        return size * (size - 1) / 2;
    }

    static Blocks of(Records<?> records, MatchModel model, ImmutableList<Column> known, long budget) {
        int[][] blockOf = new int[model.blocking().size()][];
        List<Block> all = new ArrayList<>();
        KeyColumns columns = new KeyColumns(records, model, known);
        for (int rule = 0; rule < blockOf.length; rule++) {
            blockOf[rule] = new int[records.size()];
            all.addAll(group(columns, model.blocking().get(rule), rule, blockOf[rule]));
        }
        boolean[] keyed = new boolean[records.size()];
        for (int[] block : blockOf) {
            for (int record = 0; record < keyed.length; record++) {
                keyed[record] |= block[record] != NO_BLOCK;
            }
        }
        List<Block> bySize = new ArrayList<>(all);
        bySize.sort(Comparator.comparingLong(Block::pairs)
                .thenComparingInt(Block::rule)
                .thenComparing(Block::key));
        long total = 0;
        int kept = 0;
        while (kept < bySize.size() && total + bySize.get(kept).pairs() <= budget) {
            total += bySize.get(kept++).pairs();
        }
        ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
        List<Block> oversize = bySize.subList(kept, bySize.size());
        for (Block block : oversize) {
            for (int member : block.members) {
                blockOf[block.rule()][member] = NO_BLOCK;
            }
        }
        for (int rule = 0; rule < blockOf.length; rule++) {
            omission(model.blocking().get(rule), rule, oversize).ifPresent(omitted::add);
        }
        List<Block> taken = new ArrayList<>(bySize.subList(0, kept));
        taken.sort(Comparator.comparingInt(Block::rule).thenComparing(Block::key));
        return new Blocks(model.blocking(), blockOf, keyed, ImmutableList.copyOf(taken), omitted.build());
    }

    private static Optional<Omission> omission(BlockingRule rule, int number, List<Block> oversize) {
        List<Block> mine =
                oversize.stream().filter(block -> block.rule() == number).toList();
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        long pairs = mine.stream().mapToLong(Block::pairs).sum();
        return Optional.of(new Omission(
                "pairs of oversize blocks of " + rule,
                pairs,
                mine.stream()
                        .sorted(Comparator.comparingLong(Block::pairs)
                                .reversed()
                                .thenComparing(Block::key))
                        .limit(EXAMPLES)
                        .map(block -> "'" + block.key().replace(BETWEEN_KEYS, "+") + "' of " + block.members.length)
                        .collect(ImmutableList.toImmutableList())));
    }

    /** Groups the records by the rule's keys and writes the number of each record's group. */
    private static List<Block> group(KeyColumns columns, BlockingRule rule, int number, int[] blockOf) {
        ImmutableList<KeyColumn> parts = columns.of(rule);
        Map<String, Integer> byKey = new HashMap<>();
        List<String> keys = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int record = 0; record < blockOf.length; record++) {
            String key = key(parts, record);
            if (key == null) {
                blockOf[record] = NO_BLOCK;
                continue;
            }
            int block = byKey.computeIfAbsent(key, first -> {
                keys.add(first);
                sizes.add(0);
                return keys.size() - 1;
            });
            blockOf[record] = block;
            sizes.set(block, sizes.get(block) + 1);
        }
        int[][] members = new int[keys.size()][];
        int[] filled = new int[keys.size()];
        List<Block> blocks = new ArrayList<>();
        for (int record = 0; record < blockOf.length; record++) {
            int block = blockOf[record];
            if (block != NO_BLOCK && sizes.get(block) > 1) {
                if (members[block] == null) {
                    members[block] = new int[sizes.get(block)];
                    blocks.add(new Block(number, keys.get(block), members[block]));
                }
                members[block][filled[block]++] = record;
            }
        }
        return blocks;
    }

    /** The keys of a record, joined; null where one is missing. */
    private static @Nullable String key(ImmutableList<KeyColumn> parts, int record) {
        StringBuilder joined = new StringBuilder();
        for (KeyColumn part : parts) {
            String text = part.column().textOf(record);
            String key = text == null ? "" : part.key().of(text);
            if (key.isEmpty()) {
                return null;
            }
            joined.append(joined.length() == 0 ? "" : BETWEEN_KEYS).append(key);
        }
        return joined.toString();
    }

    /** A key and the column that it is taken from. */
    private record KeyColumn(BlockKey key, Column column) {}

    /** How many pairs a rule has by itself, from the sizes of its blocks. */
    static long count(KeyColumns columns, BlockingRule rule, int records) {
        return group(columns, rule, 0, new int[records]).stream()
                .mapToLong(Block::pairs)
                .sum();
    }

    /** The blocks as ranges of about as many pairs, for running in parts: the first of each range, and the end. */
    int[] parts() {
        List<Integer> starts = new ArrayList<>();
        long pairs = PART;
        for (int block = 0; block < blocks.size(); block++) {
            if (pairs >= PART) {
                starts.add(block);
                pairs = 0;
            }
            pairs += blocks.get(block).pairs();
        }
        starts.add(blocks.size());
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Emits the pairs of the blocks in a range, each once over all ranges: by the first rule whose block holds both.
     *
     * @return how many pairs each rule emitted
     */
    long[] forEachPair(int from, int before, PairSink sink) {
        long[] emitted = new long[rules.size()];
        for (int number = from; number < before; number++) {
            Block block = blocks.get(number);
            int[] members = block.members;
            for (int i = 0; i < members.length; i++) {
                for (int j = i + 1; j < members.length; j++) {
                    if (ownerOf(members[i], members[j]) == block.rule()) {
                        sink.pair(members[i], members[j]);
                        emitted[block.rule()]++;
                    }
                }
            }
        }
        return emitted;
    }

    /** The number of the first rule that holds both records in a block, or the number of rules. */
    int ownerOf(int first, int second) {
        int rule = 0;
        while (rule < blockOf.length
                && (blockOf[rule][first] == NO_BLOCK || blockOf[rule][first] != blockOf[rule][second])) {
            rule++;
        }
        return rule;
    }

    /** Whether the record has the keys of any rule; one without is compared with none. */
    boolean hasKey(int record) {
        return keyed[record];
    }

    ImmutableList<BlockingRule> rules() {
        return rules;
    }

    /** Blocks that did not fit the budget, by rule, counted in pairs. */
    ImmutableList<Omission> omitted() {
        return omitted;
    }

    /** The columns that keys are taken from, each normalised once. */
    static final class KeyColumns {
        private final Records<?> records;
        private final ImmutableMap<String, ImmutableList<Normalizer>> normalizers;
        private final Map<String, Column> columns = new HashMap<>();

        /** Takes the columns of the model's comparisons as they are; others are read when a key asks for them. */
        KeyColumns(Records<?> records, MatchModel model, ImmutableList<Column> known) {
            this.records = records;
            this.normalizers = model.comparisons().stream()
                    .collect(ImmutableMap.toImmutableMap(FieldComparison::column, FieldComparison::normalize));
            for (int c = 0; c < known.size(); c++) {
                FieldComparison comparison = model.comparisons().get(c);
                columns.put(comparison.column() + comparison.normalize(), known.get(c));
            }
        }

        ImmutableList<KeyColumn> of(BlockingRule rule) {
            return rule.keys().stream()
                    .map(text -> BlockKey.parse(text).orElseThrow())
                    .map(key -> new KeyColumn(key, column(key)))
                    .collect(ImmutableList.toImmutableList());
        }

        private Column column(BlockKey key) {
            ImmutableList<Normalizer> normalize = key.normalizer()
                    .map(ImmutableList::of)
                    .orElseGet(() -> normalizers.getOrDefault(key.column(), ImmutableList.of(Normalizer.TEXT)));
            return columns.computeIfAbsent(
                    key.column() + normalize, name -> Column.of(records, key.column(), normalize));
        }
    }
}
