package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.LineFacts;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.PromotionUses;
import io.salesops.quote.pricing.ProductShelf.Sold;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/** What all lines of one quote share: definitions, day, currency, and the promotions that act. */
final class QuoteContext {
    private final Definitions definitions;
    private final Quote quote;
    private final Optional<Account> customer;
    private final PromotionUses uses;
    private final AsOf asOf;
    private final PreparedBook book;
    private final MinorUnits money;
    private final Currencies currencies;
    private final Rational exchange;
    private final boolean converts;
    private final Exact.Ratio bookToQuote;
    private final ImmutableMap<String, PromotionState> promotions;
    private final ImmutableList<MonetaryAmount> promotionAmounts;
    private final ImmutableList<Shortcut> shortcuts;

    QuoteContext(
            Definitions definitions,
            Quote quote,
            Optional<Account> customer,
            PromotionUses uses,
            AsOf asOf,
            PreparedBook book,
            MinorUnits money,
            Currencies currencies,
            Rational exchange,
            ImmutableMap<String, PromotionState> promotions,
            ImmutableList<MonetaryAmount> promotionAmounts) {
        this.definitions = definitions;
        this.quote = quote;
        this.customer = customer;
        this.uses = uses;
        this.asOf = asOf;
        this.book = book;
        this.money = money;
        this.currencies = currencies;
        this.exchange = exchange;
        this.converts = !book.book()
                .currency()
                .getCurrencyCode()
                .equals(money.currency().getCurrencyCode());
        int bookScale = definitions.policy().rounding().scaleOf(book.book().currency());
        this.bookToQuote = converts
                ? Exact.Ratio.of(exchange.times(MinorUnits.shift(money.scale() - bookScale)))
                : Exact.Ratio.ONE;
        this.promotions = promotions;
        this.promotionAmounts = promotionAmounts;
        this.shortcuts =
                definitions.steps().stream().map(step -> step.shortcut(this)).collect(ImmutableList.toImmutableList());
    }

    Definitions definitions() {
        return definitions;
    }

    PricingPolicy policy() {
        return definitions.policy();
    }

    ImmutableList<CompiledStep> steps() {
        return definitions.steps();
    }

    /** What each step does to every line, where that needs no call. */
    ImmutableList<Shortcut> shortcuts() {
        return shortcuts;
    }

    Quote quote() {
        return quote;
    }

    /** The record of the customer, where somebody gave it. */
    Optional<Account> customer() {
        return customer;
    }

    /** What conditions are asked about a line. */
    LineFacts facts(QuoteLine line) {
        return new LineFacts(
                line.product(),
                line.quantity(),
                TermMonths.wholeMonths(line.term()),
                line.group(),
                line.bundle().isPresent(),
                quote.account(),
                quote.partner(),
                quote.segment(),
                quote.channel(),
                money.currency(),
                customer);
    }

    PromotionUses uses() {
        return uses;
    }

    AsOf asOf() {
        return asOf;
    }

    LocalDate date() {
        return asOf.date();
    }

    AccountId account() {
        return quote.account();
    }

    Optional<AccountId> partner() {
        return quote.partner();
    }

    PreparedBook book() {
        return book;
    }

    MinorUnits money() {
        return money;
    }

    Currencies currencies() {
        return currencies;
    }

    /** The decimals of amounts in explanations. */
    int decimals() {
        return Math.max(0, money.currency().getDefaultFractionDigits());
    }

    /** Whether the quote is in another currency than the book. */
    boolean converts() {
        return converts;
    }

    /** What an amount of the book is multiplied with. */
    Rational exchange() {
        return exchange;
    }

    /** What minor units of the book are multiplied with. */
    Exact.Ratio bookToQuote() {
        return bookToQuote;
    }

    @Nullable
    PromotionState promotion(String code) {
        return promotions.get(code);
    }

    ImmutableMap<String, PromotionState> promotions() {
        return promotions;
    }

    /** The amounts of promotions that act, which may have to be converted. */
    ImmutableList<MonetaryAmount> promotionAmounts() {
        return promotionAmounts;
    }

    /** The exact amount in the currency of the book; the check has found missing rates. */
    Optional<Rational> intoBook(MonetaryAmount amount) {
        return currencies.into(book.book().currency(), amount);
    }

    /** The exact amount in the currency of the quote; the check has found missing rates. */
    Optional<Rational> intoQuote(MonetaryAmount amount) {
        return currencies.into(money.currency(), amount);
    }

    /** The months that a price is multiplied with; 1 where it is for the whole. */
    Rational months(QuoteLine line, Sold sold) {
        TermMonths months = new TermMonths(policy().dayCount());
        if (sold.byMonth()) {
            months.count(line.term());
        }
        return months.value();
    }

    /** The lowest unit price, in the currency of the quote. */
    Optional<Rational> floor(Sold sold) {
        return sold.list().floor().map(floor -> converts() ? floor.times(exchange) : floor);
    }
}
