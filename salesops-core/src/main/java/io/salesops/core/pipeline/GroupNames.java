package io.salesops.core.pipeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.core.criteria.Field;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.ProductId;
import io.salesops.core.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Names the group of a deal. */
final class GroupNames {
    static final String NO_VALUE = "(none)";
    static final String UNMATCHED = "(unmatched)";
    private static final String SEVERAL = "(several)";

    private final MetricQuery query;
    private final ImmutableMap<String, DealLookup> lookups;
    private final Optional<ImmutableSortedSet<ProductId>> catalogue;

    GroupNames(
            MetricQuery query,
            ImmutableMap<String, DealLookup> lookups,
            Optional<ImmutableSortedSet<ProductId>> catalogue) {
        this.query = query;
        this.lookups = lookups;
        this.catalogue = catalogue;
    }

    List<String> of(Opportunity deal) {
        List<String> group = new ArrayList<>(query.by().size());
        for (String name : query.by()) {
            DealLookup lookup = lookups.get(name);
            group.add(lookup != null ? lookedUp(deal, lookup) : plain(deal, name));
        }
        return group;
    }

    /** What a look-up says of a deal. */
    static String lookedUp(Opportunity deal, DealLookup lookup) {
        return valueOf(deal, lookup.field())
                .map(value -> lookup.table().getOrDefault(value, UNMATCHED))
                .orElse(NO_VALUE);
    }

    private String plain(Opportunity deal, String name) {
        return switch (name) {
            case MetricQuery.CLOSE_PERIOD -> period(deal);
            case MetricQuery.PRODUCT -> product(deal);
            default -> valueOf(deal, name).orElse(NO_VALUE);
        };
    }

    private String period(Opportunity deal) {
        return deal.closeDate()
                .flatMap(day -> query.periods().stream()
                        .filter(period -> period.contains(day))
                        .findFirst())
                .map(FiscalPeriod::name)
                .orElse(NO_VALUE);
    }

    private String product(Opportunity deal) {
        ImmutableList<ProductId> products =
                deal.lines().stream().map(line -> line.product()).distinct().collect(ImmutableList.toImmutableList());
        if (products.size() != 1) {
            return products.isEmpty() ? NO_VALUE : SEVERAL;
        }
        ProductId product = products.get(0);
        return catalogue.filter(known -> !known.contains(product)).isPresent() ? UNMATCHED : product.value();
    }

    private static Optional<String> valueOf(Opportunity deal, String name) {
        if (name.startsWith(CustomFields.PREFIX)) {
            return Optional.ofNullable(deal.custom().values().get(name.substring(CustomFields.PREFIX.length())))
                    .map(value -> value.value().toString());
        }
        Field<Opportunity, ?> field = Opportunity.fields().named().get(name);
        return field == null ? Optional.empty() : field.get(deal).map(Object::toString);
    }
}
