package io.salesops.core.io;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.Product;
import io.salesops.core.crm.ProductLine;
import io.salesops.core.crm.SalesRep;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The values of a record by field: what {@link RowShape#make} makes the record of. What no row of a file can hold stands
 * under a name that is no field: {@code history}, {@code lines} and the like.
 */
final class RecordValues {
    private RecordValues() {}

    static Values of(Account account) {
        Values values = new Values();
        values.put("id", account.id().value());
        values.put("name", account.name());
        values.put("parent", account.parent().map(id -> id.value()));
        values.put("website", account.website());
        values.put("phone", account.phone());
        values.put("industry", account.industry());
        values.put("employees", account.employees());
        values.put("revenue", account.revenue());
        values.put("owner", account.owner().map(id -> id.value()));
        values.put("modifiedAt", account.modifiedAt());
        address(values, account.address());
        custom(values, account.custom());
        return values;
    }

    static Values of(Contact contact) {
        Values values = new Values();
        values.put("id", contact.id().value());
        values.put("account", contact.account().map(id -> id.value()));
        values.put("lastName", contact.lastName());
        values.put("firstName", contact.firstName());
        values.put("email", contact.email());
        values.put("phone", contact.phone());
        values.put("title", contact.title());
        address(values, contact.address());
        custom(values, contact.custom());
        return values;
    }

    static Values of(Lead lead) {
        Values values = new Values();
        values.put("id", lead.id().value());
        values.put("company", lead.company());
        values.put("lastName", lead.lastName());
        values.put("firstName", lead.firstName());
        values.put("email", lead.email());
        values.put("phone", lead.phone());
        values.put("source", lead.source());
        values.put("status", lead.status());
        values.put("createdAt", lead.createdAt());
        values.put("owner", lead.owner().map(id -> id.value()));
        address(values, lead.address());
        custom(values, lead.custom());
        return values;
    }

    /** One line of a product for which all of the amount is paid has a place in a row; others have none. */
    static Values of(Opportunity opportunity) {
        Values values = new Values();
        values.put("id", opportunity.id().value());
        values.put("name", opportunity.name());
        values.put("account", opportunity.account().map(id -> id.value()));
        values.put("owner", opportunity.owner().map(id -> id.value()));
        values.put("stage", opportunity.stage());
        values.put("amount", opportunity.amount());
        values.put("closeDate", opportunity.closeDate());
        values.put("createdAt", opportunity.createdAt());
        values.put("engagedOn", opportunity.engagedOn());
        ImmutableList<ProductLine> lines = opportunity.lines();
        if (lines.size() == 1 && lines.get(0).sold().equals(opportunity.amount())) {
            ProductLine line = lines.get(0);
            values.put("product", line.product().value());
            values.put("list", line.list());
            if (line.quantity().compareTo(BigDecimal.ONE) != 0) {
                values.put("quantity", line.quantity());
            }
        } else if (!lines.isEmpty()) {
            values.put("lines", (long) lines.size());
        }
        if (!opportunity.history().isEmpty()) {
            values.put("history", (long) opportunity.history().size());
        }
        custom(values, opportunity.custom());
        return values;
    }

    static Values of(Product product) {
        Values values = new Values();
        values.put("id", product.id().value());
        values.put("name", product.name());
        values.put("family", product.family());
        values.put("listPrice", product.listPrice());
        values.put("active", product.active());
        return values;
    }

    static Values of(SalesRep rep) {
        Values values = new Values();
        values.put("id", rep.id().value());
        values.put("name", rep.name());
        values.put("team", rep.team().map(id -> id.value()));
        values.put("region", rep.region());
        values.put("active.from", rep.active().from());
        values.put("active.before", rep.active().before());
        return values;
    }

    private static void address(Values values, Optional<Address> given) {
        if (given.isEmpty()) {
            return;
        }
        Address address = given.get();
        values.put("address.street", address.street());
        values.put("address.city", address.city());
        values.put("address.state", address.state());
        values.put("address.postalCode", address.postalCode());
        values.put("address.country", address.country());
        if (values.address().isEmpty()) {
            values.put("address", "without parts");
        }
    }

    private static void custom(Values values, CustomFields custom) {
        custom.values().forEach((name, value) -> values.put(CustomFields.PREFIX + name, value.value()));
    }
}
