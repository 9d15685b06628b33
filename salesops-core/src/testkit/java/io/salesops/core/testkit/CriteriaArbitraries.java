package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.criteria.Judgement;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Activity;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.Product;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.crm.Team;
import io.salesops.core.event.DomainEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of conditions. */
public final class CriteriaArbitraries {
    private static final int DEEPEST = 3;

    private CriteriaArbitraries() {}

    /** The values of three-valued logic. */
    public static Arbitrary<Truth> truths() {
        return Arbitraries.of(Truth.class);
    }

    /** Conditions on accounts over built-in and custom fields of every type, nested up to three deep. */
    public static Arbitrary<Criteria<Account>> onAccounts() {
        return nested(tests(), DEEPEST);
    }

    /**
     * Conditions on any kind of record: tests that every type of field allows, of all its built-in fields.
     *
     * <p>Of a field whose type belongs to another module only presence is asked; {@link #on(Fields, Arbitrary)} compares it
     * as well.
     */
    public static <T> Arbitrary<Criteria<T>> on(Fields<T> fields) {
        return nested(fieldsOf(fields).flatMap(CriteriaArbitraries::testsOf), DEEPEST);
    }

    /** Conditions on a kind of record, half of whose values are those of records, so that they hold of some of them. */
    public static <T> Arbitrary<Criteria<T>> on(Fields<T> fields, Arbitrary<T> records) {
        return nested(
                fieldsOf(fields).flatMap(field -> Arbitraries.oneOf(testsOf(field), testsLike(field, records))),
                DEEPEST);
    }

    private static <T> Arbitrary<Field<T, ?>> fieldsOf(Fields<T> fields) {
        return Arbitraries.of(fields.named().values());
    }

    /** Kinds of records of core on which conditions are read; those of a module are told by its own generators. */
    public static Arbitrary<Fields<?>> kinds() {
        return Arbitraries.of(
                Account.fields(),
                Activity.fields(),
                Contact.fields(),
                DomainEvent.fields(),
                Lead.fields(),
                Opportunity.fields(),
                Product.fields(),
                Quota.fields(),
                SalesRep.fields(),
                Team.fields());
    }

    private static <T, V> Arbitrary<Criteria<T>> testsOf(Field<T, V> field) {
        return FieldValues.of(field.type())
                .map(values -> compared(field, values))
                .orElseGet(() -> presence(field));
    }

    /** Tests with what one to three records have in the field. */
    private static <T, V> Arbitrary<Criteria<T>> testsLike(Field<T, V> field, Arbitrary<T> records) {
        return records.withoutEdgeCases().list().ofMinSize(1).ofMaxSize(3).flatMap(drawn -> {
            List<V> values =
                    drawn.stream().flatMap(one -> field.get(one).stream()).toList();
            return values.isEmpty() ? presence(field) : compared(field, Arbitraries.of(values));
        });
    }

    /** Every test that the type of the field allows. */
    private static <T, V> Arbitrary<Criteria<T>> compared(Field<T, V> field, Arbitrary<V> values) {
        Arbitrary<Criteria<T>> tests =
                Comparable.class.isAssignableFrom(field.type()) ? ordered(field, values) : tests(field, values);
        return field.type() == String.class ? Arbitraries.oneOf(tests, values.map(field::startsWith)) : tests;
    }

    private static <T> Arbitrary<Criteria<T>> presence(Field<T, ?> field) {
        return Arbitraries.of(true, false)
                .map(present -> present ? field.present() : field.present().not());
    }

    /** Conditions made of others by and, or and not, nested up to {@code deepest}. */
    public static <T> Arbitrary<Criteria<T>> nested(Arbitrary<Criteria<T>> tests, int deepest) {
        if (deepest == 0) {
            return tests;
        }
        Arbitrary<Criteria<T>> inner = Arbitraries.lazy(() -> nested(tests, deepest - 1));
        Arbitrary<ImmutableList<Criteria<T>>> parts = inner.list().ofMaxSize(3).map(ImmutableList::copyOf);
        return Arbitraries.oneOf(
                tests, parts.map(Criteria.And::new), parts.map(Criteria.Or::new), inner.map(Criteria::not));
    }

    private static Arbitrary<Criteria<Account>> tests() {
        Arbitrary<String> texts = Arbitraries.of("DE", "AT", "", "Software \"x\"");
        Arbitrary<BigDecimal> numbers = ExplanationArbitraries.decimals();
        Arbitrary<LocalDate> days = CrmArbitraries.days();
        return Arbitraries.oneOf(
                tests(Account.COUNTRY, texts),
                tests(Account.INDUSTRY, texts),
                texts.map(Account.NAME::startsWith),
                ordered(Account.EMPLOYEES, Arbitraries.longs()),
                ordered(Account.REVENUE, CrmArbitraries.amounts()),
                tests(Account.OWNER, IdArbitraries.repIds()),
                tests(Account.custom("segment", String.class), texts),
                ordered(Account.custom("score", BigDecimal.class), numbers),
                ordered(Account.custom("renewal", LocalDate.class), days),
                tests(Account.custom("partner", Boolean.class), Arbitraries.of(true, false)));
    }

    private static <T, V> Arbitrary<Criteria<T>> ordered(Field<T, V> field, Arbitrary<V> values) {
        return Arbitraries.oneOf(tests(field, values), values.map(field::atLeast), values.map(field::below));
    }

    private static <T, V> Arbitrary<Criteria<T>> tests(Field<T, V> field, Arbitrary<V> values) {
        return Arbitraries.oneOf(
                values.map(field::is), values.list().ofMinSize(1).ofMaxSize(3).map(field::in), presence(field));
    }

    /** Fields of accounts: built-in ones and custom ones of each type. */
    public static Arbitrary<Field<Account, ?>> fields() {
        return Arbitraries.of(Account.fields().named().values());
    }

    /** Judgements on accounts, with every reason for and against. */
    public static Arbitrary<Judgement> judgements() {
        return Combinators.combine(onAccounts(), CrmArbitraries.accounts()).as(Criteria::judge);
    }
}
