package io.salesops.core.io;

import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;

/** Writes values as the texts that a mapping reads. Thread-safe. */
final class CellText {
    private final CompiledMapping mapping;

    CellText(CompiledMapping mapping) {
        this.mapping = mapping;
    }

    /** The text of a value, amounts with the digits of their currency at least; empty where the mapping has no notation for it that can be read again. */
    Optional<String> of(Object value) {
        if (value instanceof LocalDate day) {
            return mapping.days.write(day);
        }
        if (value instanceof MonetaryAmount amount) {
            BigDecimal number = Amounts.number(amount);
            int digits = amount.getCurrency().getDefaultFractionDigits();
            return Optional.of(decimal(number.setScale(Math.max(number.scale(), digits))));
        }
        if (value instanceof BigDecimal number) {
            return Optional.of(decimal(number));
        }
        if (value instanceof String text) {
            return Optional.of(mapping.guardsFormulas ? FormulaGuard.guard(text) : text);
        }
        if (value instanceof Long || value instanceof Boolean || value instanceof Instant) {
            return Optional.of(value.toString());
        }
        return Optional.empty();
    }

    private String decimal(BigDecimal number) {
        return number.toPlainString().replace('.', mapping.mapping.decimal().charAt(0));
    }
}
