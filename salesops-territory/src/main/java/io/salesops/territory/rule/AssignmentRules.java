package io.salesops.territory.rule;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** The territory tree, named accounts, rules and owners of one version: a document. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = AssignmentRules.Builder.class)
@Document(kind = "assignment-rules", version = 1)
public interface AssignmentRules extends WithAssignmentRules {

    /** What decisions call these rules. */
    Field<AssignmentRules, String> ID =
            Field.of(AssignmentRules.class, "id", String.class, rules -> Optional.of(rules.id()));

    /** The version. */
    Field<AssignmentRules, String> VERSION =
            Field.of(AssignmentRules.class, "version", String.class, rules -> Optional.of(rules.version()));

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(AssignmentRules.class);
    }

    /** What decisions call these rules. */
    String id();

    /** Which version of the rules this is. */
    String version();

    /** What people should know about the rules. */
    Optional<String> note();

    /** The territory above each territory that has one. */
    ImmutableMap<TerritoryId, TerritoryId> parents();

    /** Accounts that belong to a territory by name, whatever the rules say. */
    ImmutableMap<AccountId, TerritoryId> named();

    /** The rules; their order in the document means nothing. */
    ImmutableList<AssignmentRule> rules();

    /** Which rep works which territory. */
    ImmutableList<TerritoryOwner> owners();

    /** Returns the rep who works a territory on a day; empty where nobody does. */
    default Optional<RepId> owner(TerritoryId territory, LocalDate on) {
        return owners().stream()
                .filter(owner ->
                        owner.territory().equals(territory) && owner.effective().contains(on))
                .map(TerritoryOwner::rep)
                .findFirst();
    }

    /** Returns the territory and those above it, from the top; a circle, which the check refuses, is cut. */
    default ImmutableList<TerritoryId> path(TerritoryId territory) {
        Set<TerritoryId> up = new LinkedHashSet<>();
        Optional<TerritoryId> next = Optional.of(territory);
        while (next.isPresent() && up.add(next.get())) {
            next = Optional.ofNullable(parents().get(next.get()));
        }
        return ImmutableList.copyOf(up).reverse();
    }

    /** The fields that conditions on assignment rules may name. */
    static Fields<AssignmentRules> fields() {
        return Fields.of(AssignmentRules.class, List.of(ID, VERSION));
    }

    /** Starts rules. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds rules. */
    final class Builder extends ImmutableAssignmentRules.Builder {
        Builder() {}
    }
}
