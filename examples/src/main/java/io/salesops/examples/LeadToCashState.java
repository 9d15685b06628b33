package io.salesops.examples;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.Product;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.time.AsOf;

/** What a run has come to: each step takes the records of the steps before it and may leave better ones. */
final class LeadToCashState {
    final LeadToCashMapping mapping;
    final AsOf asOf;
    ImmutableList<Account> accounts = ImmutableList.of();
    ImmutableList<Contact> contacts = ImmutableList.of();
    ImmutableList<Lead> leads = ImmutableList.of();
    ImmutableList<Opportunity> opportunities = ImmutableList.of();
    ImmutableList<Product> products = ImmutableList.of();
    ImmutableList<SalesRep> reps = ImmutableList.of();

    LeadToCashState(LeadToCashMapping mapping) {
        this.mapping = mapping;
        this.asOf = AsOf.date(mapping.asOf()).rates(mapping.definitions().rates());
    }

    Definitions definitions() {
        return mapping.definitions();
    }
}
