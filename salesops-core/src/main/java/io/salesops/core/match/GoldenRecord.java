package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The record that a cluster becomes, field by field, with where each value is from and why. */
final class GoldenRecord<T> {
    private static final String UNIT = "fields";

    private final Survivorship survivorship;
    private final MergeShape<T> shape;
    private final List<T> members;
    private final ImmutableMap.Builder<String, String> origin = ImmutableMap.builder();
    private final ImmutableList.Builder<Step> steps = ImmutableList.builder();
    private final T value;
    private int survived;

    /** @param members the record that stays, then the others by id: ties go to the first */
    GoldenRecord(Survivorship survivorship, MergeShape<T> shape, List<T> members) {
        this.survivorship = survivorship;
        this.shape = shape;
        this.members = members;
        List<MergeField<T>> fields =
                Stream.concat(shape.fields().stream(), shape.custom(members)).toList();
        Map<T, Long> filled = new HashMap<>();
        for (T member : members) {
            filled.put(
                    member,
                    fields.stream()
                            .filter(field -> field.value().apply(member).isPresent())
                            .count());
        }
        T golden = members.get(0);
        for (MergeField<T> field : fields) {
            FieldSurvivor<T> survivor = new FieldSurvivor<>(survivorship, shape, members, field, filled);
            T winner = survivor.winner();
            golden = field.copy().apply(golden, winner);
            explain(field, survivor, winner);
        }
        this.value = shape.complete(golden, members);
    }

    private void explain(MergeField<T> field, FieldSurvivor<T> survivor, T winner) {
        Optional<?> found = field.value().apply(winner);
        if (found.isEmpty()) {
            return;
        }
        RuleRef rule = new RuleRef(
                survivorship.id(),
                survivorship.version(),
                survivorship.fields().containsKey(field.name()) ? "/fields/" + field.name() : "/otherwise");
        String id = shape.id(winner).toString();
        origin.put(field.name(), id);
        survived++;
        ImmutableList.Builder<Step> parts = ImmutableList.builder();
        parts.add(standing(rule, survivor, winner, found.get().toString(), 1));
        Set<Object> seen = new HashSet<>();
        seen.add(found);
        for (T member : members) {
            Optional<?> other = field.value().apply(member);
            if (other.isPresent() && seen.add(other)) {
                parts.add(standing(rule, survivor, member, other.get().toString(), 0));
            }
        }
        steps.add(Step.builder()
                .rule(rule)
                .label("{field} of {record}: {value}, {reason}")
                .amount(Quantity.of(1, UNIT))
                .putInputs("field", field.name())
                .putInputs("record", id)
                .putInputs("value", found.get().toString())
                .putInputs("reason", survivorship.of(field.name()).words() + ": " + survivor.standing(winner))
                .parts(seen.size() > 1 ? parts.build() : ImmutableList.of())
                .build());
    }

    private Step standing(RuleRef rule, FieldSurvivor<T> survivor, T member, String value, int amount) {
        return Step.builder()
                .rule(rule)
                .label(amount == 1 ? "{value} of {record} stays: {reason}" : "{value} of {record} goes: {reason}")
                .amount(Quantity.of(amount, UNIT))
                .putInputs("record", shape.id(member).toString())
                .putInputs("value", value)
                .putInputs("reason", survivor.standing(member))
                .build();
    }

    T value() {
        return value;
    }

    /** The record that each field is from, by id. */
    ImmutableMap<String, String> origin() {
        return origin.buildOrThrow();
    }

    Explanation.Sum explanation() {
        return new Explanation.Sum(
                "merged from " + members.size() + " records into " + shape.id(members.get(0)),
                Quantity.of(survived, UNIT),
                steps.build());
    }
}
