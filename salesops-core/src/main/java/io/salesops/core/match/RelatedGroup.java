package io.salesops.core.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.google.common.collect.ImmutableList;

/**
 * Things that are related, but not the same.
 *
 * @param relation how they are related
 * @param members the records that stand for them, ascending
 * @param reason what connects them, in English
 * @param <I> the type of the ids
 */
public record RelatedGroup<I>(
        @JsonProperty(required = true) Relation relation,
        @JsonProperty(required = true) ImmutableList<I> members,
        String reason) {

    /** How records are related. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Relation {
        /** People with one last name, at one address or with one phone number. */
        HOUSEHOLD,
        /** Accounts below one that has no parent, with that one. */
        HIERARCHY
    }
}
