package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.money.Rational;
import io.salesops.quote.catalog.BundleOption;
import java.util.ArrayList;
import java.util.List;

/** The price of an option in its bundle: units beyond those included, at its own or the listed price, less its discount. */
final class OptionPrice {
    private final LinePrice line;
    private final BundleOptions.Held held;

    OptionPrice(LinePrice line, BundleOptions.Held held) {
        this.line = line;
        this.held = held;
    }

    /** Sets the price; returns why. */
    Cause set() {
        BundleOption option = held.option();
        Rational quantity = line.quantity();
        Rational included = option.includedQuantity()
                .map(each -> Rational.of(each).times(Rational.of(held.bundles())))
                .orElse(Rational.ZERO);
        Rational paid = quantity.minus(included).max(Rational.ZERO);
        List<String> words = new ArrayList<>();
        if (option.includedQuantity().isPresent()) {
            words.add(Figures.grouped(included.min(quantity), 0) + " of " + Figures.grouped(quantity, 0)
                    + " units included");
        }
        if (option.unitPrice().isPresent()) {
            line.setUnit(option.unitPrice().get(), paid);
            words.add(Figures.grouped(paid, 0) + " x " + option.unitPrice().get());
        } else if (paid.signum() == 0 && option.includedQuantity().isPresent()) {
            line.price().set(0, 1);
            words.add("nothing beyond");
        } else if (option.includedQuantity().isPresent()) {
            words.add(line.setListed(paid));
        }
        option.discount().ifPresent(rate -> {
            line.price().timesLeft(rate.value());
            words.add(rate + " off");
        });
        return new Cause.Told(
                "price in bundle {bundle}: {calculation}",
                ImmutableMap.of("bundle", held.holder().product().value(), "calculation", String.join(", ", words)));
    }
}
