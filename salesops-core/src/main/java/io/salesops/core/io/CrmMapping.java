package io.salesops.core.io;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which column of a CRM file becomes which field, and in which notation: nothing about a file is guessed from its values.
 *
 * <p>A document of the user, {@code salesops/crm-mapping/1}. Blanks around a cell belong to no value, those that
 * nobody sees included; an empty cell is missing. Immutable and thread-safe.
 */
@Document(kind = "crm-mapping", version = 1)
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = CrmMapping.Builder.class)
public interface CrmMapping extends WithCrmMapping {

    /** The kind and version of this document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(CrmMapping.class);
    }

    /** What the user calls the mapping. */
    String id();

    /** The version of the mapping. */
    String version();

    /** What a row becomes. */
    RecordKind into();

    /**
     * The field by column, for example {@code "CloseDate": "closeDate"}; {@code address.country} and the like for the
     * parts of an address, {@code custom.segment} for a field of the CRM's own.
     */
    ImmutableMap<String, String> columns();

    /** The field that identifies a row where no column is mapped to {@code id}, for example {@code "name"}. */
    Optional<String> ids();

    /**
     * The pattern of dates as in {@link java.time.format.DateTimeFormatter}, with English month names, for example
     * {@code "M/d/yyyy"}.
     *
     * <p>Read strictly: 31 April is no day. A year is the year of our era, so {@code yyyy} and {@code uuuu} mean the same
     * and no {@code G} is needed; {@code yy} means 2000 to 2099. Rows that differ may be given several patterns, joined by
     * {@code |}; without any, the common ones are tried. Then a value that is two days is refused, not guessed.
     */
    Optional<String> dates();

    /**
     * The pattern of moments as in {@link java.time.format.DateTimeFormatter}, beside ISO 8601 with an offset, for example
     * {@code "yyyy-MM-dd HH:mm:ss"}; one without an offset stands in the zone. A moment where a day is wanted stands for its
     * day in the zone.
     */
    Optional<String> moments();

    /** The zone in which a day stands for its first moment; UTC unless stated. */
    @Value.Default
    default ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /** What separates the decimals of a number; a point unless stated. */
    @Value.Default
    default String decimal() {
        return ".";
    }

    /** What separates groups of three digits, where numbers are grouped. */
    Optional<String> grouping();

    /** The currency of every amount, an ISO 4217 code; or the name of the column that has it, which is no such code. */
    Optional<String> currency();

    /** Values that stand for a missing one, exactly as written, beside the empty cell. */
    ImmutableSet<String> missing();

    /** What a value is to be read as, by field, for example {@code "product": {"GTXPro": "GTX Pro"}}. */
    ImmutableMap<String, ImmutableMap<String, String>> aliases();

    /** What fields of the CRM's own are read as, by name without the prefix {@code custom.}; text unless stated. */
    ImmutableMap<String, FieldType> custom();

    /**
     * Whether the columns of the identifier and of references hold Salesforce ids; not unless stated.
     *
     * <p>Then both forms of an id are one, kept with 18 characters, and a cell that holds another text, or a checksum that
     * does not fit, refuses its row; see {@link io.salesops.core.crm.SalesforceId}.
     */
    @Value.Default
    default boolean salesforceIds() {
        return false;
    }

    /**
     * Whether texts that a spreadsheet could read as a formula stand behind an apostrophe; they do unless stated.
     *
     * <p>Writing puts one before a text that begins with {@code =}, {@code +}, {@code -} or {@code @}, as telephone numbers
     * do, and reading takes one away from such a text. Without it, a record with such a text is not written.
     */
    @Value.Default
    default boolean formulaGuard() {
        return true;
    }

    /** How the file writes its records; rows of cells unless stated. */
    @Value.Default
    default FileFormat format() {
        return FileFormat.DELIMITED;
    }

    /**
     * The name under which the root object of a JSON file has its records, for example {@code "records"}; where it is absent,
     * each object is one, in an array or one after the other. Columns are then names that lead to a value, joined by points:
     * {@code properties.dealname}.
     */
    Optional<String> recordsAt();

    /** What separates cells, one character; detected from the header and reported where it is absent. JSON has none. */
    Optional<String> delimiter();

    /** The standard fields of the accounts that Salesforce exports. */
    static CrmMapping salesforceAccounts() {
        return SalesforceMappings.ACCOUNTS;
    }

    /** The standard fields of the contacts that Salesforce exports. */
    static CrmMapping salesforceContacts() {
        return SalesforceMappings.CONTACTS;
    }

    /** The standard fields of the leads that Salesforce exports. */
    static CrmMapping salesforceLeads() {
        return SalesforceMappings.LEADS;
    }

    /** The standard fields of the opportunities that Salesforce exports. */
    static CrmMapping salesforceOpportunities() {
        return SalesforceMappings.OPPORTUNITIES;
    }

    /** The companies that HubSpot exports. */
    static CrmMapping hubspotCompanies() {
        return HubSpotMappings.COMPANIES;
    }

    /** The contacts that HubSpot exports. */
    static CrmMapping hubspotContacts() {
        return HubSpotMappings.CONTACTS;
    }

    /** The deals that HubSpot exports. */
    static CrmMapping hubspotDeals() {
        return HubSpotMappings.DEALS;
    }

    /** The company objects that HubSpot's interface answers with. */
    static CrmMapping hubspotCompanyObjects() {
        return HubSpotMappings.COMPANY_OBJECTS;
    }

    /** The contact objects that HubSpot's interface answers with. */
    static CrmMapping hubspotContactObjects() {
        return HubSpotMappings.CONTACT_OBJECTS;
    }

    /** The deal objects that HubSpot's interface answers with. */
    static CrmMapping hubspotDealObjects() {
        return HubSpotMappings.DEAL_OBJECTS;
    }

    /** Starts a mapping. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds mappings. */
    final class Builder extends ImmutableCrmMapping.Builder {
        Builder() {}
    }
}
