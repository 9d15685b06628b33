package io.salesops.quote.catalog;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A versioned set of offerings, the document {@code salesops/catalog/1}. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@Document(kind = "catalog", version = 1)
@JsonDeserialize(builder = Catalog.Builder.class)
public interface Catalog extends WithCatalog {

    /** What results call it. */
    Field<Catalog, String> ID = Field.of(Catalog.class, "id", String.class, catalog -> Optional.of(catalog.id()));

    /** The version. */
    Field<Catalog, String> VERSION =
            Field.of(Catalog.class, "version", String.class, catalog -> Optional.of(catalog.version()));

    /** The first day on which it holds. */
    Field<Catalog, LocalDate> FROM = Field.of(
            Catalog.class,
            "from",
            LocalDate.class,
            catalog -> catalog.effective().from());

    /** The first day on which it no longer holds. */
    Field<Catalog, LocalDate> BEFORE = Field.of(
            Catalog.class,
            "before",
            LocalDate.class,
            catalog -> catalog.effective().before());

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(Catalog.class);
    }

    /** What results call it. */
    String id();

    /** Its version. */
    String version();

    /** A remark for people. */
    Optional<String> note();

    /** The days on which quotes may be priced from it; always unless stated. */
    @Value.Default
    default DateRange effective() {
        return DateRange.always();
    }

    /** What is sold; of each product one version a day. */
    ImmutableList<Offering> offerings();

    /** The fields that conditions on catalogues may name. */
    static Fields<Catalog> fields() {
        return Fields.of(Catalog.class, List.of(ID, VERSION, FROM, BEFORE));
    }

    /** Starts a catalogue. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds catalogues. */
    final class Builder extends ImmutableCatalog.Builder {
        Builder() {}
    }
}
