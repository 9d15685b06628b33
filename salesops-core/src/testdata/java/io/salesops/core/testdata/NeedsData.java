package io.salesops.core.testdata;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Marks a test class that reads data which is not part of the project: without a folder to read, its tests are skipped with a message. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
        named = "salesops.data",
        matches = ".+",
        disabledReason = "needs -Dsalesops.data=/absolute/path/of/the/data")
public @interface NeedsData {}
