package io.salesops.core.testkit;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.Activity;
import io.salesops.core.crm.By;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.Product;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.crm.Team;
import io.salesops.core.event.DomainEvent;
import net.jqwik.api.Arbitrary;

/**
 * Generators of records for what stores them: those of {@link CrmArbitraries} and {@link EventArbitraries}, about one of
 * five with {@link Wide} texts, numbers, amounts and instants.
 */
public final class WideArbitraries {
    private WideArbitraries() {}

    /** Accounts. */
    public static Arbitrary<Account> accounts() {
        return Wide.some(
                CrmArbitraries.accounts(),
                (account, wide) -> account.withName(wide.text())
                        .withEmployees(wide.number())
                        .withRevenue(wide.amount())
                        .withModifiedAt(wide.instant())
                        .withCustom(custom(account.custom(), wide)));
    }

    /** Contacts. */
    public static Arbitrary<Contact> contacts() {
        return Wide.some(
                CrmArbitraries.contacts(),
                (contact, wide) -> contact.withLastName(wide.text())
                        .withTitle(wide.text())
                        .withCustom(custom(contact.custom(), wide)));
    }

    /** Leads. */
    public static Arbitrary<Lead> leads() {
        return Wide.some(
                CrmArbitraries.leads(),
                (lead, wide) -> lead.withCompany(wide.text())
                        .withLastName(wide.text())
                        .withCreatedAt(wide.instant())
                        .withCustom(custom(lead.custom(), wide)));
    }

    /** Products. */
    public static Arbitrary<Product> products() {
        return Wide.some(
                CrmArbitraries.products(),
                (product, wide) ->
                        product.withName(wide.text()).withFamily(wide.text()).withListPrice(wide.amount()));
    }

    /** Opportunities; what a history tells of is as it was. */
    public static Arbitrary<Opportunity> opportunities() {
        return Wide.some(CrmArbitraries.opportunities(), (deal, wide) -> {
            Opportunity named = deal.withName(wide.text()).withCustom(custom(deal.custom(), wide));
            return deal.history().isEmpty() ? named.withAmount(wide.amount()).withCreatedAt(wide.instant()) : named;
        });
    }

    /** Activities. */
    public static Arbitrary<Activity> activities() {
        return Wide.some(CrmArbitraries.activities(), (activity, wide) -> activity.withAt(wide.instant()));
    }

    /** Reps. */
    public static Arbitrary<SalesRep> salesReps() {
        return Wide.some(
                CrmArbitraries.salesReps(),
                (rep, wide) -> rep.withName(wide.text()).withRegion(wide.text()));
    }

    /** Teams. */
    public static Arbitrary<Team> teams() {
        return Wide.some(CrmArbitraries.teams(), (team, wide) -> team.withName(wide.text()));
    }

    /** Quotas. */
    public static Arbitrary<Quota> quotas() {
        return Wide.some(
                CrmArbitraries.quotas(),
                (quota, wide) -> quota.withAmount(wide.amount(quota.amount().getCurrency())));
    }

    /** Events. */
    public static Arbitrary<DomainEvent> events() {
        return Wide.some(
                EventArbitraries.events(),
                (event, wide) ->
                        event.withSubject(wide.text()).withBy(new By(event.by().who(), wide.instant())));
    }

    private static CustomFields custom(CustomFields fields, Wide wide) {
        return fields.with("segment", wide.text()).with("score", wide.decimal()).with("Größe", wide.amount());
    }
}
