package io.salesops.territory.assign;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.explain.Outcome;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A whole book assigned: each account is in one territory, or a gap, or a conflict. Immutable and thread-safe.
 *
 * <p>The reasons for one account are a question to {@link AccountAssigner#assign}, which gives the same answer.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Assignments.Builder.class)
public interface Assignments extends WithAssignments, Outcome {

    /** The territory of each account that has one. */
    ImmutableSortedMap<AccountId, TerritoryId> territories();

    /** Which rep works each territory that got accounts, on the day; territories that nobody works are findings. */
    ImmutableSortedMap<TerritoryId, RepId> owners();

    /** Accounts that meet no rule, by id. */
    ImmutableList<AccountId> gaps();

    /** Accounts that rules of one priority claim for different territories, by id. */
    ImmutableList<AccountId> conflicts();

    /** Accounts whose missing fields might decide otherwise, by id: a part of all others. */
    ImmutableList<AccountId> undecided();

    /** How many of the accounts in {@link #undecided()} lack what, for example {@code industry is missing}. */
    ImmutableSortedMap<String, Long> missing();

    /** Returns the rep who works the account's territory; empty where it has none, or nobody works it. */
    default Optional<RepId> owner(AccountId account) {
        return Optional.ofNullable(territories().get(account)).map(owners()::get);
    }

    /** Starts assignments. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds assignments. */
    final class Builder extends ImmutableAssignments.Builder {
        Builder() {}
    }
}
