package io.salesops.core.json;

import com.fasterxml.jackson.databind.JavaType;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Supplier;

/** How a type looks in JSON: what the reader checks, and what JSON Schema says. */
sealed interface Shape {

    /** The Java type that a JSON value of this shape is bound to. */
    JavaType type();

    /** What kind of JSON value a scalar is written as. */
    enum Form {
        /** A text. */
        TEXT,
        /** A text that holds a number; a number is read as well. */
        DECIMAL,
        /** A number without decimals. */
        WHOLE,
        /** A binary floating-point number. */
        DOUBLE,
        /** True or false. */
        FLAG
    }

    /**
     * One JSON value without parts.
     *
     * @param what the value in the words of messages: "a date"
     * @param example how it is written
     * @param format the JSON Schema format, if there is one
     */
    record Scalar(JavaType type, Form form, String what, Optional<String> example, Optional<String> format)
            implements Shape {}

    /** One of several names. */
    record Constant(JavaType type, ImmutableList<String> names) implements Shape {}

    /** A value or nothing. */
    record Maybe(JavaType type, Shape content) implements Shape {}

    /** A list of values; distinct ones where it is a set. */
    record Items(JavaType type, Shape element, boolean distinct) implements Shape {}

    /** An object whose keys are data. */
    record Entries(JavaType type, Shape key, Shape value) implements Shape {}

    /** A type that is written as its only part. */
    record Wrapper(JavaType type, Shape content) implements Shape {}

    /** An object with known fields; its members are found when first asked for, because types may contain themselves. */
    record Composite(JavaType type, Supplier<ImmutableMap<String, Member>> members, Optional<DocumentSchema> document)
            implements Shape {}

    /**
     * A field of an object.
     *
     * @param required whether the reader refuses an object without it
     */
    record Member(String name, Shape shape, boolean required) {}

    /** One of several objects, told apart by a field. */
    record Variants(JavaType type, String tag, ImmutableMap<String, Composite> byName) implements Shape {}

    /** A condition on records of a class. */
    record Condition(JavaType type, Class<?> subject) implements Shape {}
}
