package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Stored values, and conditions on them.
 *
 * @param values what is stored
 * @param criteria what is asked for, one after the other
 */
public record Question<T>(ImmutableList<T> values, ImmutableList<Criteria<T>> criteria) {
    private static final ImmutableList<String> CUSTOM = ImmutableList.of("segment", "score", "renewal", "Größe");
    private static final ImmutableList<Class<?>> CUSTOM_TYPES =
            ImmutableList.of(String.class, BigDecimal.class, Boolean.class, LocalDate.class, MonetaryAmount.class);

    /** Conditions that compare with what is stored, so that they hold of some and not of others, and any others. */
    static <T> Arbitrary<Question<T>> about(Arbitrary<List<T>> stored, Fields<T> fields) {
        return stored.flatMap(values -> Arbitraries.oneOf(
                        CriteriaArbitraries.nested(Arbitraries.of(tests(values, fields)), 2),
                        CriteriaArbitraries.on(fields))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(criteria -> new Question<>(ImmutableList.copyOf(values), ImmutableList.copyOf(criteria))));
    }

    private static <T> List<Criteria<T>> tests(List<T> values, Fields<T> fields) {
        List<Criteria<T>> tests = new ArrayList<>(List.of(Criteria.all()));
        for (Field<T, ?> field : fields.named().values()) {
            tests.add(field.present());
            values.forEach(value -> addTests(tests, field, value));
        }
        for (String name : CUSTOM) {
            for (Class<?> type : CUSTOM_TYPES) {
                custom(fields, name, type).forEach(field -> values.forEach(value -> addTests(tests, field, value)));
            }
        }
        return tests;
    }

    /** The custom field, or none on a kind of record that has no custom fields. */
    private static <T> List<Field<T, ?>> custom(Fields<T> fields, String name, Class<?> type) {
        try {
            return List.of(fields.custom().field(name, type));
        } catch (IllegalArgumentException noSuchField) {
            return List.of();
        }
    }

    private static <T, V> void addTests(List<Criteria<T>> tests, Field<T, V> field, T value) {
        field.get(value).ifPresent(found -> {
            tests.add(field.is(found));
            tests.add(field.in(List.of(found)));
            if (Comparable.class.isAssignableFrom(field.type())) {
                tests.add(field.atLeast(found));
                tests.add(field.below(found));
            }
            if (field.type() == String.class) {
                String text = found.toString();
                int first = text.isEmpty() ? 0 : text.offsetByCodePoints(0, 1);
                tests.add(field.startsWith(field.type().cast(text.substring(0, first))));
            }
        });
    }
}
