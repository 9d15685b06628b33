package io.salesops.territory.assign;

import com.google.common.primitives.ImmutableIntArray;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Operator;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.RepId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the rules that an account may meet, by one equality test of each rule that its criteria cannot hold without.
 *
 * <p>A rule that is not found certainly fails. An account without the field finds every rule under it, because their
 * conditions are unknown. Of several tests of a rule the one is used that leads to the fewest rules. Rules without such
 * a test are always found. Immutable and thread-safe.
 */
final class RuleIndex {
    /** Types whose order, where they have one, agrees with equals, so that a hash finds what a test would. */
    private static final Set<Class<?>> HASHED =
            Set.of(String.class, Long.class, Boolean.class, LocalDate.class, RepId.class);

    private final Map<Field<Account, ?>, Posting> postings = new LinkedHashMap<>();
    private final ImmutableIntArray always;

    private RuleIndex(ImmutableIntArray always) {
        this.always = always;
    }

    private static final class Posting {
        private final Map<Object, ImmutableIntArray> byValue = new HashMap<>();
        private ImmutableIntArray all = ImmutableIntArray.of();
    }

    /** Builds the index over conditions, whose positions it returns; O(tests and values). */
    static RuleIndex of(List<Criteria<Account>> conditions) {
        List<List<Criteria.Test<Account, ?>>> needed =
                conditions.stream().map(RuleIndex::needed).toList();
        Map<Object, Integer> weight = new HashMap<>();
        for (List<Criteria.Test<Account, ?>> tests : needed) {
            for (Criteria.Test<Account, ?> test : tests) {
                test.values().forEach(value -> weight.merge(List.of(test.field(), value), 1, Integer::sum));
            }
        }
        List<Integer> always = new ArrayList<>();
        Map<Field<Account, ?>, Map<Object, List<Integer>>> found = new LinkedHashMap<>();
        Map<Field<Account, ?>, List<Integer>> all = new HashMap<>();
        for (int rule = 0; rule < needed.size(); rule++) {
            Optional<Criteria.Test<Account, ?>> best = best(needed.get(rule), weight);
            if (best.isEmpty()) {
                always.add(rule);
                continue;
            }
            Field<Account, ?> field = best.get().field();
            all.computeIfAbsent(field, key -> new ArrayList<>()).add(rule);
            Map<Object, List<Integer>> values = found.computeIfAbsent(field, key -> new HashMap<>());
            for (Object value : Set.copyOf(best.get().values())) {
                values.computeIfAbsent(value, key -> new ArrayList<>()).add(rule);
            }
        }
        RuleIndex index = new RuleIndex(ImmutableIntArray.copyOf(always));
        found.forEach((field, values) -> {
            Posting posting = new Posting();
            posting.all = ImmutableIntArray.copyOf(all.getOrDefault(field, List.of()));
            values.forEach((value, rules) -> posting.byValue.put(value, ImmutableIntArray.copyOf(rules)));
            index.postings.put(field, posting);
        });
        return index;
    }

    /** Returns the positions of the conditions that the account may meet, ascending. */
    int[] candidates(Account account) {
        int size = always.length();
        List<ImmutableIntArray> found = new ArrayList<>(postings.size() + 1);
        found.add(always);
        for (Map.Entry<Field<Account, ?>, Posting> entry : postings.entrySet()) {
            Posting posting = entry.getValue();
            Optional<?> value = entry.getKey().get(account);
            ImmutableIntArray rules =
                    value.isEmpty() ? posting.all : posting.byValue.getOrDefault(value.get(), ImmutableIntArray.of());
            found.add(rules);
            size += rules.length();
        }
        int[] candidates = new int[size];
        int next = 0;
        for (ImmutableIntArray rules : found) {
            for (int i = 0; i < rules.length(); i++) {
                candidates[next++] = rules.get(i);
            }
        }
        Arrays.sort(candidates);
        return candidates;
    }

    private static Optional<Criteria.Test<Account, ?>> best(
            List<Criteria.Test<Account, ?>> tests, Map<Object, Integer> weight) {
        Optional<Criteria.Test<Account, ?>> best = Optional.empty();
        long least = Long.MAX_VALUE;
        for (Criteria.Test<Account, ?> test : tests) {
            long cost = test.values().stream()
                    .mapToLong(value -> weight.getOrDefault(List.of(test.field(), value), 0))
                    .sum();
            if (cost < least) {
                least = cost;
                best = Optional.of(test);
            }
        }
        return best;
    }

    /** The equality tests without which a condition cannot hold. */
    private static List<Criteria.Test<Account, ?>> needed(Criteria<Account> condition) {
        return condition.match(new Criteria.Cases<>() {
            @Override
            public List<Criteria.Test<Account, ?>> test(Criteria.Test<Account, ?> test) {
                boolean equality = test.operator() == Operator.IS || test.operator() == Operator.IN;
                return equality && HASHED.contains(test.field().type()) ? List.of(test) : List.of();
            }

            @Override
            public List<Criteria.Test<Account, ?>> and(Criteria.And<Account> and) {
                List<Criteria.Test<Account, ?>> all = new ArrayList<>();
                and.parts().forEach(part -> all.addAll(needed(part)));
                return all;
            }

            @Override
            public List<Criteria.Test<Account, ?>> or(Criteria.Or<Account> or) {
                return List.of();
            }

            @Override
            public List<Criteria.Test<Account, ?>> not(Criteria.Not<Account> not) {
                return List.of();
            }
        });
    }
}
