package io.salesops.core.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.Product;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.ProductLine;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.crm.TeamId;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.util.function.Function;

/**
 * The fields that a row of one kind may have, and the record that they make.
 *
 * @param kind what a row describes
 * @param fields the type of each field, without those of the CRM's own
 * @param required the fields without which there is no record
 * @param make makes the record from values that have all required fields
 * @param take takes the values of a record
 */
record RowShape<T>(
        RecordKind kind,
        ImmutableMap<String, FieldType> fields,
        ImmutableSet<String> required,
        Function<Values, T> make,
        Function<T, Values> take) {

    static final RowShape<Account> ACCOUNTS = new RowShape<>(
            RecordKind.ACCOUNT,
            fields(
                    "id,name,parent,website,phone,industry,owner",
                    true,
                    ImmutableMap.of(
                            "employees", FieldType.WHOLE, "revenue", FieldType.MONEY, "modifiedAt", FieldType.INSTANT)),
            ImmutableSet.of("id", "name"),
            RowShape::account,
            RecordValues::of);

    static final RowShape<Contact> CONTACTS = new RowShape<>(
            RecordKind.CONTACT,
            fields("id,account,lastName,firstName,email,phone,title", true, ImmutableMap.of()),
            ImmutableSet.of("id", "lastName"),
            RowShape::contact,
            RecordValues::of);

    static final RowShape<Lead> LEADS = new RowShape<>(
            RecordKind.LEAD,
            fields(
                    "id,company,lastName,firstName,email,phone,source,status,owner",
                    true,
                    ImmutableMap.of("createdAt", FieldType.INSTANT)),
            ImmutableSet.of("id"),
            RowShape::lead,
            RecordValues::of);

    static final RowShape<Opportunity> OPPORTUNITIES = new RowShape<>(
            RecordKind.OPPORTUNITY,
            fields(
                    "id,name,account,owner,stage,product",
                    false,
                    ImmutableMap.<String, FieldType>builder()
                            .put("amount", FieldType.MONEY)
                            .put("list", FieldType.MONEY)
                            .put("quantity", FieldType.NUMBER)
                            .put("closeDate", FieldType.DAY)
                            .put("engagedOn", FieldType.DAY)
                            .put("createdAt", FieldType.INSTANT)
                            .buildOrThrow()),
            ImmutableSet.of("id", "stage"),
            RowShape::opportunity,
            RecordValues::of);

    static final RowShape<Product> PRODUCTS = new RowShape<>(
            RecordKind.PRODUCT,
            fields("id,name,family", false, ImmutableMap.of("listPrice", FieldType.MONEY, "active", FieldType.FLAG)),
            ImmutableSet.of("id", "name"),
            RowShape::product,
            RecordValues::of);

    static final RowShape<SalesRep> REPS = new RowShape<>(
            RecordKind.REP,
            fields(
                    "id,name,team,region",
                    false,
                    ImmutableMap.of("active.from", FieldType.DAY, "active.before", FieldType.DAY)),
            ImmutableSet.of("id", "name"),
            RowShape::rep,
            RecordValues::of);

    /** Kinds whose records carry fields of the CRM's own. */
    private static final ImmutableSet<RecordKind> WITH_CUSTOM =
            ImmutableSet.of(RecordKind.ACCOUNT, RecordKind.CONTACT, RecordKind.LEAD, RecordKind.OPPORTUNITY);

    /** Fields that hold the identifier of the row or of another record. */
    private static final ImmutableSet<String> IDENTIFIERS =
            ImmutableSet.of("id", "account", "owner", "parent", "product", "team");

    /** Fields of which a record counts something, so that less than nothing is an error. */
    private static final ImmutableSet<String> COUNTS = ImmutableSet.of("employees", "quantity");

    /** Fields that have no place in a record without another: the parts of its one line. */
    private static final ImmutableMap<String, String> PARTS_OF_A_LINE =
            ImmutableMap.of("list", "product", "quantity", "product");

    static RowShape<?> of(RecordKind kind) {
        return switch (kind) {
            case ACCOUNT -> ACCOUNTS;
            case CONTACT -> CONTACTS;
            case LEAD -> LEADS;
            case OPPORTUNITY -> OPPORTUNITIES;
            case PRODUCT -> PRODUCTS;
            case REP -> REPS;
        };
    }

    /** Whether records of the kind carry fields of the CRM's own. */
    boolean hasCustom() {
        return WITH_CUSTOM.contains(kind);
    }

    /** Whether the field holds the identifier of the row or of another record. */
    static boolean isIdentifier(String field) {
        return IDENTIFIERS.contains(field);
    }

    /** Whether the field must not be negative. */
    static boolean isCount(String field) {
        return COUNTS.contains(field);
    }

    /** The fields that have no place in a record without another, and that other. */
    ImmutableMap<String, String> dependent() {
        return kind == RecordKind.OPPORTUNITY ? PARTS_OF_A_LINE : ImmutableMap.of();
    }

    private static ImmutableMap<String, FieldType> fields(
            String texts, boolean address, ImmutableMap<String, FieldType> others) {
        ImmutableMap.Builder<String, FieldType> fields = ImmutableMap.builder();
        for (String text : com.google.common.base.Splitter.on(',').split(texts)) {
            fields.put(text, FieldType.TEXT);
        }
        if (address) {
            for (String part : ImmutableList.of("street", "city", "state", "postalCode", "country")) {
                fields.put("address." + part, FieldType.TEXT);
            }
        }
        return fields.putAll(others).buildOrThrow();
    }

    private static Account account(Values row) {
        return Account.builder()
                .id(AccountId.of(row.required("id")))
                .name(row.required("name"))
                .parent(row.id("parent", AccountId::of))
                .website(row.text("website"))
                .phone(row.text("phone"))
                .address(row.address())
                .industry(row.text("industry"))
                .employees(row.whole("employees"))
                .revenue(row.money("revenue"))
                .owner(row.id("owner", RepId::of))
                .modifiedAt(row.instant("modifiedAt"))
                .custom(row.custom())
                .build();
    }

    private static Contact contact(Values row) {
        return Contact.builder()
                .id(ContactId.of(row.required("id")))
                .account(row.id("account", AccountId::of))
                .lastName(row.required("lastName"))
                .firstName(row.text("firstName"))
                .email(row.text("email"))
                .phone(row.text("phone"))
                .title(row.text("title"))
                .address(row.address())
                .custom(row.custom())
                .build();
    }

    private static Lead lead(Values row) {
        return Lead.builder()
                .id(LeadId.of(row.required("id")))
                .company(row.text("company"))
                .lastName(row.text("lastName"))
                .firstName(row.text("firstName"))
                .email(row.text("email"))
                .phone(row.text("phone"))
                .source(row.text("source"))
                .status(row.text("status"))
                .createdAt(row.instant("createdAt"))
                .address(row.address())
                .owner(row.id("owner", RepId::of))
                .custom(row.custom())
                .build();
    }

    /** A product column makes one line, and all of the amount is paid for it. */
    private static Opportunity opportunity(Values row) {
        Opportunity.Builder opportunity = Opportunity.builder()
                .id(OpportunityId.of(row.required("id")))
                .name(row.text("name"))
                .account(row.id("account", AccountId::of))
                .owner(row.id("owner", RepId::of))
                .stage(row.required("stage"))
                .amount(row.money("amount"))
                .closeDate(row.day("closeDate"))
                .createdAt(row.instant("createdAt"))
                .engagedOn(row.day("engagedOn"))
                .custom(row.custom());
        row.id("product", ProductId::of)
                .ifPresent(product -> opportunity.addLines(new ProductLine(
                        product,
                        row.number("quantity").orElse(BigDecimal.ONE),
                        row.money("list"),
                        row.money("amount"))));
        return opportunity.build();
    }

    private static Product product(Values row) {
        Product.Builder product = Product.builder()
                .id(ProductId.of(row.required("id")))
                .name(row.required("name"))
                .family(row.text("family"))
                .listPrice(row.money("listPrice"));
        row.flag("active").ifPresent(product::active);
        return product.build();
    }

    private static SalesRep rep(Values row) {
        return SalesRep.builder()
                .id(RepId.of(row.required("id")))
                .name(row.required("name"))
                .team(row.id("team", TeamId::of))
                .region(row.text("region"))
                .active(new DateRange(row.day("active.from"), row.day("active.before")))
                .build();
    }
}
