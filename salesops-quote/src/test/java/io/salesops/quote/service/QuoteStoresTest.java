package io.salesops.quote.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.AccountId;
import io.salesops.core.event.EventStores;
import io.salesops.core.event.Outbox;
import io.salesops.core.repository.DocumentKey;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.Repository;
import io.salesops.core.testkit.EventArbitraries;
import io.salesops.core.time.DateRange;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Catalogs;
import io.salesops.quote.document.Contract;
import io.salesops.quote.document.Contracts;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteId;
import io.salesops.quote.document.Quotes;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceBooks;
import io.salesops.quote.testkit.QuoteArbitraries;
import java.time.LocalDate;
import java.util.List;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class QuoteStoresTest {
    private final InMemoryStores stores =
            InMemoryStores.create().with(EventStores::register).with(QuoteStores::register);

    private static <T> List<T> found(Repository<T, ?> port, Criteria<T> criteria) {
        return port.scan(criteria, found -> ImmutableList.<T>copyOf(found));
    }

    @Test
    void allPortsShareAUnitOfWork() {
        QuoteArbitraries.Scenario scenario = QuoteArbitraries.scenarios().sample();
        Contract contract = QuoteArbitraries.contracts().sample();
        stores.perform(ports -> {
            ports.get(Catalogs.class).save(scenario.catalog(), 0);
            ports.get(PriceBooks.class).save(scenario.book(), 0);
            ports.get(Quotes.class).save(scenario.quote(), 0);
            ports.get(Contracts.class).save(contract, 0);
            ports.get(Outbox.class).add(List.of(EventArbitraries.events().sample()));
            return "done";
        });
        assertThat(stores.get(Catalogs.class).find(DocumentKey.of("catalog", "1")))
                .isPresent();
        assertThat(stores.get(PriceBooks.class).find(DocumentKey.of("book", "1")))
                .isPresent();
        assertThat(stores.get(Quotes.class).find(QuoteId.of("Q-1"))).isPresent();
        assertThat(found(stores.get(Contracts.class), Contract.ID.is(contract.id())))
                .containsExactly(contract);
        assertThat(stores.get(Outbox.class)
                        .<Integer>read(0, events -> ImmutableList.copyOf(events).size()))
                .isEqualTo(1);
    }

    @Test
    void conditionsNameTheFieldsOfQuotes() {
        Quote quote = Quote.builder()
                .id(QuoteId.of("Q-1"))
                .version(2)
                .account(AccountId.of("A-1"))
                .priceBook("emea")
                .currency(Monetary.getCurrency("EUR"))
                .partner(AccountId.of("A-2"))
                .paymentDays(30)
                .validUntil(LocalDate.of(2026, 6, 30))
                .build();
        Quotes quotes = stores.get(Quotes.class);
        quotes.save(quote, 0);
        assertThat(found(
                        quotes,
                        Quote.ID
                                .is(QuoteId.of("Q-1"))
                                .and(Quote.VERSION.atLeast(2L))
                                .and(Quote.ACCOUNT.is(AccountId.of("A-1")))
                                .and(Quote.PRICE_BOOK.is("emea"))
                                .and(Quote.CURRENCY.is(Monetary.getCurrency("EUR")))
                                .and(Quote.PARTNER.present())
                                .and(Quote.VALID_UNTIL.below(LocalDate.of(2026, 7, 1)))))
                .containsExactly(quote);
        assertThat(found(quotes, Quote.VERSION.is(1L))).isEmpty();
    }

    @Test
    void conditionsNameTheFieldsOfDefinitions() {
        DateRange effective = DateRange.of("2026-01-01", "2027-01-01");
        Catalog catalog = Catalog.builder()
                .id("catalog")
                .version("7")
                .effective(effective)
                .build();
        stores.get(Catalogs.class).save(catalog, 0);
        assertThat(found(
                        stores.get(Catalogs.class),
                        Catalog.ID
                                .is("catalog")
                                .and(Catalog.VERSION.is("7"))
                                .and(Catalog.FROM.is(LocalDate.of(2026, 1, 1)))
                                .and(Catalog.BEFORE.is(LocalDate.of(2027, 1, 1)))))
                .containsExactly(catalog);
        PriceBook book = PriceBook.builder()
                .id("emea")
                .version("2")
                .currency(Monetary.getCurrency("EUR"))
                .segment("partners")
                .effective(effective)
                .build();
        stores.get(PriceBooks.class).save(book, 0);
        assertThat(found(
                        stores.get(PriceBooks.class),
                        PriceBook.ID
                                .is("emea")
                                .and(PriceBook.VERSION.is("2"))
                                .and(PriceBook.CURRENCY.is(Monetary.getCurrency("EUR")))
                                .and(PriceBook.SEGMENT.is("partners"))
                                .and(PriceBook.FROM.is(LocalDate.of(2026, 1, 1)))
                                .and(PriceBook.BEFORE.is(LocalDate.of(2027, 1, 1)))))
                .containsExactly(book);
    }
}
