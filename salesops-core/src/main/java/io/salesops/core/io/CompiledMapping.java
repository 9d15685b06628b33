package io.salesops.core.io;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.json.SalesOpsJson;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/** A mapping that was checked, with its notations ready to read. Immutable and thread-safe. */
final class CompiledMapping {
    final CrmMapping mapping;
    final RowShape<?> shape;
    final RuleRef ref;
    final Fingerprint fingerprint;
    final DayReader days;
    final NumberReader numbers;
    final MomentReader moments;
    final boolean guardsFormulas;
    final ImmutableSet<String> missing;
    final Optional<CurrencyUnit> currency;
    final Optional<String> currencyColumn;

    CompiledMapping(CrmMapping mapping) {
        this.mapping = mapping;
        this.shape = RowShape.of(mapping.into());
        this.ref = new RuleRef(mapping.id(), mapping.version(), "");
        this.fingerprint = Fingerprint.ofText(SalesOpsJson.write(mapping));
        this.days = DayReader.of(mapping.dates());
        this.numbers =
                new NumberReader(mapping.decimal().charAt(0), mapping.grouping().map(grouping -> grouping.charAt(0)));
        this.moments = MomentReader.of(mapping.moments(), mapping.zone());
        this.guardsFormulas = mapping.formulaGuard() && mapping.format() == FileFormat.DELIMITED;
        this.missing = mapping.missing();
        this.currency = mapping.currency().filter(MappingCheck::isCode).map(Monetary::getCurrency);
        this.currencyColumn = mapping.currency().filter(text -> !MappingCheck.isCode(text));
    }

    ImmutableMap<String, String> aliases(String field) {
        return mapping.aliases().getOrDefault(field, ImmutableMap.of());
    }

    /** Starts reading the rows of a file. */
    SourceRows rows(Reader file) throws IOException {
        return mapping.format() == FileFormat.JSON
                ? new JsonRows(
                        file,
                        Header.of(this).names(),
                        mapping.recordsAt(),
                        mapping.decimal().charAt(0))
                : new DelimitedReader(file, mapping.delimiter().map(delimiter -> delimiter.charAt(0)));
    }

    FieldType type(String field) {
        FieldType type = MappingCheck.type(mapping, shape, field);
        if (type == null) {
            throw new IllegalStateException("a checked mapping has no unknown field: " + field);
        }
        return type;
    }
}
