package io.salesops.territory.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Operator;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.RepId;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import javax.money.MonetaryAmount;

/**
 * Changes an account so that it hits criteria, or just misses them: each field that is named gets the value of its test,
 * or the one next to it. Fields that only a user's own code can fill are left alone.
 */
final class AccountAim implements Criteria.Cases<Account, Void> {
    private final Random random;
    private Account account;
    private boolean hit;

    private AccountAim(Account account, boolean hit, Random random) {
        this.account = account;
        this.hit = hit;
        this.random = random;
    }

    static Account at(Criteria<Account> criteria, Account account, boolean hit, Random random) {
        AccountAim aim = new AccountAim(account, hit, random);
        criteria.match(aim);
        return aim.account;
    }

    /** To miss all of them it is enough to miss one. */
    @Override
    public Void and(Criteria.And<Account> and) {
        parts(and.parts(), !hit);
        return null;
    }

    /** To hit one of them it is enough to hit one. */
    @Override
    public Void or(Criteria.Or<Account> or) {
        parts(or.parts(), hit);
        return null;
    }

    private void parts(ImmutableList<Criteria<Account>> parts, boolean oneIsEnough) {
        boolean wanted = hit;
        int one = parts.isEmpty() ? 0 : random.nextInt(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            hit = (oneIsEnough && i != one) ? !wanted : wanted;
            parts.get(i).match(this);
        }
        hit = wanted;
    }

    @Override
    public Void not(Criteria.Not<Account> not) {
        hit = !hit;
        not.part().match(this);
        hit = !hit;
        return null;
    }

    @Override
    public Void test(Criteria.Test<Account, ?> test) {
        if (test.operator() == Operator.PRESENT) {
            set(test.field().name(), hit ? some(test.field().type()) : Optional.empty());
        } else {
            Object value = test.values().get(random.nextInt(test.values().size()));
            set(test.field().name(), Optional.of(value(test.operator(), value)));
        }
        return null;
    }

    private Object value(Operator operator, Object value) {
        return switch (operator) {
            case IS, IN, AT_LEAST -> hit ? value : below(value);
            case BELOW -> hit ? below(value) : value;
            case STARTS_WITH -> hit ? value + "x" : below(value);
            case PRESENT -> value;
        };
    }

    /** The value next to another, on the lower side where there is one. */
    private static Object below(Object value) {
        if (value instanceof Long number) {
            return number - 1;
        }
        if (value instanceof BigDecimal number) {
            return number.subtract(new BigDecimal("0.01"));
        }
        if (value instanceof LocalDate day) {
            return day.minusDays(1);
        }
        if (value instanceof MonetaryAmount amount) {
            return amount.subtract(Amounts.of(BigDecimal.ONE, amount.getCurrency()));
        }
        if (value instanceof Boolean flag) {
            return !flag;
        }
        String text = value.toString();
        return text.length() > 1 ? text.substring(0, text.length() - 1) : "-" + text;
    }

    private static Optional<Object> some(Class<?> type) {
        if (type == Long.class) {
            return Optional.of(1L);
        }
        if (type == BigDecimal.class) {
            return Optional.of(BigDecimal.ONE);
        }
        if (type == LocalDate.class) {
            return Optional.of(LocalDate.of(2026, 1, 1));
        }
        if (type == MonetaryAmount.class) {
            return Optional.of(Amounts.of("1", "USD"));
        }
        return Optional.of(type == Boolean.class ? true : "some");
    }

    private void set(String field, Optional<Object> value) {
        Optional<String> text = value.map(Object::toString).filter(one -> !one.isBlank());
        Address address = account.address().orElse(Address.builder().build());
        account = switch (field) {
            case "name" -> account.withName(text.orElse("unnamed"));
            case "industry" -> account.withIndustry(text);
            case "employees" ->
                account.withEmployees(value.map(Long.class::cast).map(number -> Math.max(0, number)));
            case "revenue" -> account.withRevenue(value.map(MonetaryAmount.class::cast));
            case "website" -> account.withWebsite(text);
            case "phone" -> account.withPhone(text);
            case "country" -> account.withAddress(address.withCountry(text));
            case "state" -> account.withAddress(address.withState(text));
            case "city" -> account.withAddress(address.withCity(text));
            case "postalCode" -> account.withAddress(address.withPostalCode(text));
            case "owner" -> account.withOwner(text.map(RepId::of));
            case "parent" -> account.withParent(text.map(AccountId::of));
            default -> custom(field, value);
        };
    }

    private Account custom(String field, Optional<Object> value) {
        if (!field.startsWith(CustomFields.PREFIX) || value.isEmpty()) {
            return account;
        }
        String name = field.substring(CustomFields.PREFIX.length());
        CustomFields custom = account.custom();
        Object found = value.get();
        if (found instanceof BigDecimal number) {
            return account.withCustom(custom.with(name, number));
        }
        if (found instanceof Boolean flag) {
            return account.withCustom(custom.with(name, flag));
        }
        if (found instanceof LocalDate day) {
            return account.withCustom(custom.with(name, day));
        }
        if (found instanceof MonetaryAmount amount) {
            return account.withCustom(custom.with(name, amount));
        }
        return account.withCustom(custom.with(name, found.toString()));
    }
}
