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
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.crm.Team;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
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

    /** Conditions on any kind of record: tests that every type of field allows, of all its built-in fields. */
    public static <T> Arbitrary<Criteria<T>> on(Fields<T> fields) {
        return nested(Arbitraries.of(fields.named().values()).flatMap(CriteriaArbitraries::testsOf), DEEPEST);
    }

    /** Kinds of records on which conditions are read. */
    public static Arbitrary<Fields<?>> kinds() {
        return Arbitraries.of(
                Account.fields(),
                Activity.fields(),
                Contact.fields(),
                Lead.fields(),
                Opportunity.fields(),
                Product.fields(),
                Quota.fields(),
                SalesRep.fields(),
                Team.fields());
    }

    private static <T> Arbitrary<Criteria<T>> testsOf(Field<T, ?> field) {
        if (field.type() == String.class) {
            return valued(field, Arbitraries.of("DE", "", "Software \"x\""));
        } else if (field.type() == Long.class) {
            return valued(field, Arbitraries.longs());
        } else if (field.type() == BigDecimal.class) {
            return valued(field, ExplanationArbitraries.decimals());
        } else if (field.type() == Boolean.class) {
            return valued(field, Arbitraries.of(true, false));
        } else if (field.type() == LocalDate.class) {
            return valued(field, CrmArbitraries.days());
        } else if (field.type() == MonetaryAmount.class) {
            return valued(field, CrmArbitraries.amounts());
        }
        return Arbitraries.of(field.present(), field.present().not());
    }

    /** Only for values of the field's own type. */
    private static <T, V> Arbitrary<Criteria<T>> valued(Field<T, V> field, Arbitrary<?> values) {
        return tests(field, values.map(field.type()::cast));
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
                tests(Account.OWNER, Arbitraries.of("R-1", "R-2").map(RepId::of)),
                tests(Account.custom("segment", String.class), texts),
                ordered(Account.custom("score", BigDecimal.class), numbers),
                ordered(Account.custom("since", LocalDate.class), days),
                tests(Account.custom("partner", Boolean.class), Arbitraries.of(true, false)));
    }

    private static <V> Arbitrary<Criteria<Account>> ordered(Field<Account, V> field, Arbitrary<V> values) {
        return Arbitraries.oneOf(tests(field, values), values.map(field::atLeast), values.map(field::below));
    }

    private static <T, V> Arbitrary<Criteria<T>> tests(Field<T, V> field, Arbitrary<V> values) {
        return Arbitraries.oneOf(
                values.map(field::is),
                values.list().ofMinSize(1).ofMaxSize(3).map(field::in),
                Combinators.combine(Arbitraries.just(field), Arbitraries.of(true, false))
                        .as((tested, present) ->
                                present ? tested.present() : tested.present().not()));
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
