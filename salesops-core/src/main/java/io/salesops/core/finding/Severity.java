package io.salesops.core.finding;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How much a finding matters: after {@code INFO} and {@code WARNING} the result is usable, after {@code ERROR} it is not. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Severity {
    INFO,
    WARNING,
    ERROR
}
