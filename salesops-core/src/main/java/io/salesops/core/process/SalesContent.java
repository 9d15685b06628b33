package io.salesops.core.process;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.style.SalesOpsStyle;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** Something that sellers show or use: a deck, a case study, a price sheet. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = SalesContent.Builder.class)
public interface SalesContent extends WithSalesContent {

    /** What the user calls it. */
    String id();

    /** Its title. */
    String title();

    /** Its version. */
    String version();

    /** Who answers for it. */
    Optional<String> owner();

    /** The day by which somebody is to look at it again. */
    Optional<LocalDate> reviewBy();

    /** The first day on which it must not be used any more. */
    Optional<LocalDate> expires();

    /** The stages in which it is used; none for all. */
    ImmutableSet<String> stages();

    /** The products it is about; none for all. */
    ImmutableSet<String> products();

    /** The people it is for; none for all. */
    ImmutableSet<String> personas();

    /** Whether it may be used on a day. */
    default boolean isUsable(LocalDate on) {
        return expires().map(on::isBefore).orElse(true);
    }

    /** Whether it is about a product in a stage for a persona. */
    default boolean covers(String stage, String product, String persona) {
        return isOf(stages(), stage) && isOf(products(), product) && isOf(personas(), persona);
    }

    private static boolean isOf(ImmutableSet<String> names, String name) {
        return names.isEmpty() || names.contains(name);
    }

    /** Starts a piece of content. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds content. */
    final class Builder extends ImmutableSalesContent.Builder {
        Builder() {}
    }
}
