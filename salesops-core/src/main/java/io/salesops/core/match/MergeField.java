package io.salesops.core.match;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.CustomFields;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A field that a merge fills: how it is read, and how it is copied from one record into another, absence included.
 *
 * @param name the name, as in conditions
 * @param value reads it
 * @param copy returns the first record with the field of the second
 */
record MergeField<T>(String name, Function<T, Optional<?>> value, BiFunction<T, T, T> copy) {

    /** The fields of accounts, with every custom field that one of them has. The postal address is one field. */
    static Stream<MergeField<Account>> accounts(Iterable<Account> members) {
        SortedSet<String> custom = new TreeSet<>();
        members.forEach(member -> custom.addAll(member.custom().values().keySet()));
        return Stream.concat(
                Stream.of(
                        new MergeField<Account>(
                                "name",
                                a -> Optional.of(a.name()).filter(name -> !name.isBlank()),
                                (to, from) -> to.withName(from.name())),
                        new MergeField<>("parent", Account::parent, (to, from) -> to.withParent(from.parent())),
                        new MergeField<>("website", Account::website, (to, from) -> to.withWebsite(from.website())),
                        new MergeField<>("phone", Account::phone, (to, from) -> to.withPhone(from.phone())),
                        new MergeField<>("address", Account::address, (to, from) -> to.withAddress(from.address())),
                        new MergeField<>("industry", Account::industry, (to, from) -> to.withIndustry(from.industry())),
                        new MergeField<>(
                                "employees", Account::employees, (to, from) -> to.withEmployees(from.employees())),
                        new MergeField<>("revenue", Account::revenue, (to, from) -> to.withRevenue(from.revenue())),
                        new MergeField<>("owner", Account::owner, (to, from) -> to.withOwner(from.owner()))),
                custom.stream()
                        .map(name -> new MergeField<>(
                                CustomFields.PREFIX + name,
                                account -> account.custom().get(name),
                                (to, from) -> to.withCustom(from.custom()
                                        .get(name)
                                        .map(value -> to.custom().with(name, value))
                                        .orElseGet(() -> to.custom().without(name))))));
    }
}
