package io.salesops.core.io;

import com.google.common.collect.ImmutableMap;

/**
 * Mappings for the files that HubSpot exports, by the names that its pages show, and for the objects of its interface, by
 * their internal names under {@code properties}.
 *
 * <p>Exports write moments as {@code 2026-01-31 09:00} without an offset, in the time zone of the account: UTC unless the
 * mapping's zone says otherwise. Amounts are in the currency of their row.
 */
final class HubSpotMappings {

    static final CrmMapping COMPANIES = export(
            "hubspot-companies",
            RecordKind.ACCOUNT,
            ImmutableMap.<String, String>builder()
                    .put("Record ID", "id")
                    .put("Company name", "name")
                    .put("Company Domain Name", "website")
                    .put("Phone Number", "phone")
                    .put("Industry", "industry")
                    .put("Number of Employees", "employees")
                    .put("Company owner", "owner")
                    .put("Last Modified Date", "modifiedAt")
                    .put("Parent Company", "parent")
                    .put("Street Address", "address.street")
                    .put("City", "address.city")
                    .put("State/Region", "address.state")
                    .put("Postal Code", "address.postalCode")
                    .put("Country/Region", "address.country")
                    .buildOrThrow());

    static final CrmMapping CONTACTS = export(
            "hubspot-contacts",
            RecordKind.CONTACT,
            ImmutableMap.<String, String>builder()
                    .put("Record ID", "id")
                    .put("Last Name", "lastName")
                    .put("First Name", "firstName")
                    .put("Email", "email")
                    .put("Phone Number", "phone")
                    .put("Job Title", "title")
                    .put("Associated Company IDs", "account")
                    .put("Street Address", "address.street")
                    .put("City", "address.city")
                    .put("State/Region", "address.state")
                    .put("Postal Code", "address.postalCode")
                    .put("Country/Region", "address.country")
                    .buildOrThrow());

    static final CrmMapping DEALS = export(
                    "hubspot-deals",
                    RecordKind.OPPORTUNITY,
                    ImmutableMap.<String, String>builder()
                            .put("Record ID", "id")
                            .put("Deal Name", "name")
                            .put("Deal Stage", "stage")
                            .put("Pipeline", "custom.pipeline")
                            .put("Amount", "amount")
                            .put("Close Date", "closeDate")
                            .put("Create Date", "createdAt")
                            .put("Deal owner", "owner")
                            .put("Associated Company IDs", "account")
                            .buildOrThrow())
            .withCurrency("Currency");

    static final CrmMapping COMPANY_OBJECTS = objects(
            "hubspot-company-objects",
            RecordKind.ACCOUNT,
            ImmutableMap.<String, String>builder()
                    .put("id", "id")
                    .put("properties.name", "name")
                    .put("properties.domain", "website")
                    .put("properties.phone", "phone")
                    .put("properties.industry", "industry")
                    .put("properties.numberofemployees", "employees")
                    .put("properties.hubspot_owner_id", "owner")
                    .put("properties.hs_lastmodifieddate", "modifiedAt")
                    .put("properties.address", "address.street")
                    .put("properties.city", "address.city")
                    .put("properties.state", "address.state")
                    .put("properties.zip", "address.postalCode")
                    .put("properties.country", "address.country")
                    .buildOrThrow());

    static final CrmMapping CONTACT_OBJECTS = objects(
            "hubspot-contact-objects",
            RecordKind.CONTACT,
            ImmutableMap.<String, String>builder()
                    .put("id", "id")
                    .put("properties.lastname", "lastName")
                    .put("properties.firstname", "firstName")
                    .put("properties.email", "email")
                    .put("properties.phone", "phone")
                    .put("properties.jobtitle", "title")
                    .put("properties.associatedcompanyid", "account")
                    .put("properties.city", "address.city")
                    .put("properties.country", "address.country")
                    .buildOrThrow());

    static final CrmMapping DEAL_OBJECTS = objects(
                    "hubspot-deal-objects",
                    RecordKind.OPPORTUNITY,
                    ImmutableMap.<String, String>builder()
                            .put("id", "id")
                            .put("properties.dealname", "name")
                            .put("properties.dealstage", "stage")
                            .put("properties.pipeline", "custom.pipeline")
                            .put("properties.amount", "amount")
                            .put("properties.closedate", "closeDate")
                            .put("properties.createdate", "createdAt")
                            .put("properties.hubspot_owner_id", "owner")
                            .buildOrThrow())
            .withCurrency("properties.deal_currency_code");

    private HubSpotMappings() {}

    private static CrmMapping export(String id, RecordKind into, ImmutableMap<String, String> columns) {
        return CrmMapping.builder()
                .id(id)
                .version("1")
                .into(into)
                .columns(columns)
                .dates("yyyy-MM-dd")
                .moments("yyyy-MM-dd HH:mm")
                .build();
    }

    private static CrmMapping objects(String id, RecordKind into, ImmutableMap<String, String> columns) {
        return CrmMapping.builder()
                .id(id)
                .version("1")
                .into(into)
                .columns(columns)
                .format(FileFormat.JSON)
                .recordsAt("results")
                .dates("yyyy-MM-dd")
                .build();
    }
}
