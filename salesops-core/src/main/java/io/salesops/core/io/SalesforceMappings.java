package io.salesops.core.io;

import com.google.common.collect.ImmutableMap;

/**
 * Mappings for the API names of Salesforce's standard objects, as Data Loader writes them: ISO dates, decimal point, and
 * {@code CurrencyIsoCode} in organisations with several currencies. Ids of 15 and of 18 characters are one.
 */
final class SalesforceMappings {

    static final CrmMapping ACCOUNTS = mapping(
            "salesforce-accounts",
            RecordKind.ACCOUNT,
            ImmutableMap.<String, String>builder()
                    .put("Id", "id")
                    .put("Name", "name")
                    .put("ParentId", "parent")
                    .put("Website", "website")
                    .put("Phone", "phone")
                    .put("Industry", "industry")
                    .put("NumberOfEmployees", "employees")
                    .put("AnnualRevenue", "revenue")
                    .put("OwnerId", "owner")
                    .put("LastModifiedDate", "modifiedAt")
                    .put("BillingStreet", "address.street")
                    .put("BillingCity", "address.city")
                    .put("BillingState", "address.state")
                    .put("BillingPostalCode", "address.postalCode")
                    .put("BillingCountry", "address.country")
                    .buildOrThrow());

    static final CrmMapping CONTACTS = mapping(
            "salesforce-contacts",
            RecordKind.CONTACT,
            ImmutableMap.<String, String>builder()
                    .put("Id", "id")
                    .put("AccountId", "account")
                    .put("LastName", "lastName")
                    .put("FirstName", "firstName")
                    .put("Email", "email")
                    .put("Phone", "phone")
                    .put("Title", "title")
                    .put("MailingStreet", "address.street")
                    .put("MailingCity", "address.city")
                    .put("MailingState", "address.state")
                    .put("MailingPostalCode", "address.postalCode")
                    .put("MailingCountry", "address.country")
                    .buildOrThrow());

    static final CrmMapping LEADS = mapping(
            "salesforce-leads",
            RecordKind.LEAD,
            ImmutableMap.<String, String>builder()
                    .put("Id", "id")
                    .put("Company", "company")
                    .put("LastName", "lastName")
                    .put("FirstName", "firstName")
                    .put("Email", "email")
                    .put("Phone", "phone")
                    .put("LeadSource", "source")
                    .put("Status", "status")
                    .put("CreatedDate", "createdAt")
                    .put("OwnerId", "owner")
                    .put("Street", "address.street")
                    .put("City", "address.city")
                    .put("State", "address.state")
                    .put("PostalCode", "address.postalCode")
                    .put("Country", "address.country")
                    .buildOrThrow());

    static final CrmMapping OPPORTUNITIES = mapping(
            "salesforce-opportunities",
            RecordKind.OPPORTUNITY,
            ImmutableMap.<String, String>builder()
                    .put("Id", "id")
                    .put("Name", "name")
                    .put("AccountId", "account")
                    .put("OwnerId", "owner")
                    .put("StageName", "stage")
                    .put("Amount", "amount")
                    .put("CloseDate", "closeDate")
                    .put("CreatedDate", "createdAt")
                    .buildOrThrow());

    private SalesforceMappings() {}

    private static CrmMapping mapping(String id, RecordKind into, ImmutableMap<String, String> columns) {
        CrmMapping.Builder mapping = CrmMapping.builder()
                .id(id)
                .version("1")
                .into(into)
                .dates("yyyy-MM-dd")
                .salesforceIds(true);
        mapping.columns(columns);
        if (into == RecordKind.ACCOUNT || into == RecordKind.OPPORTUNITY) {
            mapping.currency("CurrencyIsoCode");
        }
        return mapping.build();
    }
}
