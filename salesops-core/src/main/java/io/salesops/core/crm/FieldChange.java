package io.salesops.core.crm;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.criteria.Field;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One change of one field. Values are kept in the text form of {@link FieldText}.
 *
 * @param field the field's name, as in conditions; custom fields begin with {@code custom.}
 * @param before the text of the value before; absent where there was none
 * @param after the text of the value after; absent where it was cleared
 * @param by who changed it and when
 */
@Value.Builder
@JsonDeserialize(builder = FieldChangeBuilder.class)
public record FieldChange(String field, Optional<String> before, Optional<String> after, By by) {

    /** Checks the field's name. */
    public FieldChange {
        checkArgument(!field.isBlank(), "field of a change must not be blank: '%s'", field);
    }

    /** Obtains a change from the values themselves. */
    public static <V> FieldChange of(Field<?, V> field, Optional<V> before, Optional<V> after, By by) {
        return new FieldChange(
                field.name(),
                before.map(value -> FieldText.of(field, value)),
                after.map(value -> FieldText.of(field, value)),
                by);
    }

    /** Starts a change. */
    public static FieldChangeBuilder builder() {
        return new FieldChangeBuilder();
    }
}
