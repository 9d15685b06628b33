package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.salesops.core.crm.AccountId;
import io.salesops.core.time.DateRange;
import io.salesops.quote.catalog.Offering;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All versions of a product with all its prices in one book. Immutable and thread-safe. */
final class ProductShelf {
    private final ImmutableList<Offering> versions;
    private final ImmutableList<PreparedEntry> listed;
    private final ImmutableListMultimap<AccountId, PreparedEntry> contracted;
    /** What is sold on every day, where nothing depends on the day. */
    private final @Nullable Sold always;

    /** Makes a shelf; of the entries, those that come first win. */
    ProductShelf(List<Offering> versions, List<PreparedEntry> entries) {
        this.versions = ImmutableList.copyOf(versions);
        ImmutableList.Builder<PreparedEntry> list = ImmutableList.builder();
        ImmutableListMultimap.Builder<AccountId, PreparedEntry> contracts = ImmutableListMultimap.builder();
        for (PreparedEntry entry : entries) {
            entry.entry().account().ifPresentOrElse(account -> contracts.put(account, entry), () -> list.add(entry));
        }
        this.listed = list.build();
        this.contracted = contracts.build();
        boolean constant = versions.size() == 1
                && versions.get(0).effective().equals(DateRange.always())
                && !listed.isEmpty()
                && listed.get(0).entry().effective().isEmpty();
        this.always = constant ? new Sold(versions.get(0), listed.get(0), this) : null;
    }

    /** What is sold on a day; empty where the product or its price is not in force. */
    Optional<Sold> on(LocalDate date) {
        if (always != null) {
            return Optional.of(always);
        }
        return offering(date)
                .flatMap(offering -> listed.stream()
                        .filter(entry -> entry.holdsOn(date))
                        .findFirst()
                        .map(entry -> new Sold(offering, entry, this)));
    }

    /** The version that is sold on a day. */
    Optional<Offering> offering(LocalDate date) {
        return versions.stream()
                .filter(offering -> offering.effective().contains(date))
                .findFirst();
    }

    /** Whether there is a list price on any day. */
    boolean hasPrice() {
        return !listed.isEmpty();
    }

    /** Whether any customer has a price of his own. */
    boolean hasContracts() {
        return !contracted.isEmpty();
    }

    Optional<PreparedEntry> contracted(AccountId account, LocalDate date) {
        return contracted.get(account).stream()
                .filter(entry -> entry.holdsOn(date))
                .findFirst();
    }

    /**
     * A product with its list price on a day.
     *
     * @param offering its version
     * @param list its list price
     * @param shelf where contracted prices stand
     * @param oneTime whether it is charged once
     * @param ofTotal whether its list price is a percentage of other lines, for their whole terms
     * @param plain whether it has a price for every customer and quantity that needs nothing else
     */
    record Sold(
            Offering offering,
            PreparedEntry list,
            ProductShelf shelf,
            boolean oneTime,
            boolean ofTotal,
            boolean plain) {
        Sold(Offering offering, PreparedEntry list, ProductShelf shelf) {
            this(
                    offering,
                    list,
                    shelf,
                    offering.charge() == Offering.Charge.ONE_TIME,
                    list.model() instanceof AmountPrice.PercentOfTotal,
                    !shelf.hasContracts()
                            && !(list.model() instanceof TierPrice)
                            && !(list.model() instanceof UsagePrice)
                            && !list.model().needsAmounts()
                            && !list.model().needsCost());
        }

        /** Whether the price is for a month. */
        boolean byMonth() {
            return !oneTime && !ofTotal;
        }

        boolean hasFloor() {
            return list.floor().isPresent();
        }
    }
}
