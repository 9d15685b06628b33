package io.salesops.core.crm;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** A postal address. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Address.Builder.class)
public interface Address extends WithAddress {

    /** Street and number. */
    Optional<String> street();

    /** City. */
    Optional<String> city();

    /** State, province or canton. */
    Optional<String> state();

    /** Postal code as text: leading zeros count. */
    Optional<String> postalCode();

    /** Country, as the source writes it; ISO 3166 alpha-2 once cleaned. */
    Optional<String> country();

    /** Starts an address. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds addresses. */
    final class Builder extends ImmutableAddress.Builder {
        Builder() {}
    }
}
