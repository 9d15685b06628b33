package io.salesops.core.quality;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The ISO 4217 code for a currency as people write it: its code, its English name, a sign that only one currency has, and
 * names that are misspelt and can mean only one.
 *
 * <p>The English names are those of the Java runtime, which follow CLDR. {@code $} and {@code ¥} are several currencies and
 * stay.
 */
final class CurrencyNames {
    private static final ImmutableMap<String, String> SIGNS = ImmutableMap.<String, String>builder()
            .put("€", "EUR")
            .put("£", "GBP")
            .put("us$", "USD")
            .put("a$", "AUD")
            .put("c$", "CAD")
            .put("r$", "BRL")
            .put("₹", "INR")
            .put("₽", "RUB")
            .put("₺", "TRY")
            .put("₩", "KRW")
            .put("zł", "PLN")
            .put("euros", "EUR")
            .put("sterling", "GBP")
            .put("pound sterling", "GBP")
            .put("us dollars", "USD")
            .put("dollars us", "USD")
            .put("rupees", "INR")
            .put("swiss francs", "CHF")
            .put("yen", "JPY")
            .buildOrThrow();

    private static final ImmutableMap<String, String> CODES = codes();

    /** Codes are too short to tell what a misspelt one means. */
    private static final ImmutableList<String> NAMES =
            CODES.keySet().stream().filter(name -> name.length() > 5).collect(ImmutableList.toImmutableList());

    private CurrencyNames() {}

    private static ImmutableMap<String, String> codes() {
        Map<String, String> codes = new TreeMap<>();
        for (Currency currency : Currency.getAvailableCurrencies()) {
            codes.put(currency.getDisplayName(Locale.ENGLISH).toLowerCase(Locale.ROOT), currency.getCurrencyCode());
        }
        for (Currency currency : Currency.getAvailableCurrencies()) {
            codes.put(currency.getCurrencyCode().toLowerCase(Locale.ROOT), currency.getCurrencyCode());
        }
        codes.putAll(SIGNS);
        return ImmutableMap.copyOf(codes);
    }

    /** Returns the code, or empty where the text means no currency or could mean several. */
    static Optional<String> code(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        String exact = CODES.get(plain);
        return exact != null
                ? Optional.of(exact)
                : Spelling.nearest(plain, NAMES).map(CODES::get);
    }
}
