package io.salesops.core.crm;

import java.util.Optional;

/**
 * One change of one field.
 *
 * @param field the field's name, as in conditions
 * @param before the text of the value before; absent where there was none
 * @param after the text of the value after; absent where it was cleared
 * @param by who changed it and when
 */
public record FieldChange(String field, Optional<String> before, Optional<String> after, By by) {}
