package io.salesops.examples;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.style.SalesOpsStyle;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import org.immutables.value.Value;

/**
 * What the lead-to-cash example needs to know about a folder of CRM files; a document of the user.
 *
 * <p>Steps whose files are not named are not run. Immutable and thread-safe.
 */
@Document(kind = "lead-to-cash", version = 1)
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = LeadToCashMapping.Builder.class)
public interface LeadToCashMapping extends WithLeadToCashMapping {

    /** The kind and version of this document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(LeadToCashMapping.class);
    }

    /** The business day of the run. */
    LocalDate asOf();

    /** The currency of reports. */
    CurrencyUnit currency();

    /** The files. */
    CrmFiles files();

    /** Which stages are open, won and lost. */
    SalesProcess process();

    /** What cleaning, assignment, pricing and paying go by; without them those steps are not run. */
    @Value.Default
    default Definitions definitions() {
        return Definitions.builder().build();
    }

    /** Starts a mapping. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds mappings. */
    final class Builder extends ImmutableLeadToCashMapping.Builder {
        Builder() {}
    }
}
