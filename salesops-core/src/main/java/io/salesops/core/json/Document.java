package io.salesops.core.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type as a document: its JSON begins with {@code "schema": "salesops/<kind>/<version>"}.
 *
 * <p>The type has an attribute {@code schema()} with {@link DocumentSchema#of(Class)} as its default. Readers take this
 * version and the one before, writers write this one.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Document {

    /** The kind, in lower case with hyphens: {@code "price-book"}. */
    String kind();

    /** The version that is written, from 1. */
    int version();

    /** Turns a document of the version before into one of this version; must be stated from version 2 on. */
    Class<? extends DocumentUpgrade> upgrade() default DocumentUpgrade.None.class;
}
