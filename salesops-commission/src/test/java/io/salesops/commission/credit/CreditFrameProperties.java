package io.salesops.commission.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.testkit.CommissionArbitraries;
import io.salesops.commission.testkit.CreditArbitraries;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CreditFrameProperties {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final Comparator<Credit> ORDER =
            Comparator.comparing(Credit::payee).thenComparing(Credit::date).thenComparing(Credit::id);

    /** A row of primitives. */
    record Row(String id, String payee, int day, long minor) {}

    @Property
    void rowsStandByPayeeDayAndIdWhateverTheirOrder(
            @ForAll("credits") ImmutableList<Credit> credits, @ForAll Random random) {
        List<Credit> shuffled = new ArrayList<>(credits);
        Collections.shuffle(shuffled, random);

        CreditFrame frame = CreditFrame.of(shuffled, USD).orThrow();

        List<Credit> rows = new ArrayList<>();
        for (int payee = 0; payee < frame.payees().size(); payee++) {
            assertThat(frame.payeeNumber(frame.payees().get(payee))).hasValue(payee);
            rows.addAll(frame.credits(payee));
            for (int row = frame.start(payee); row < frame.end(payee); row++) {
                assertThat(frame.payee(row)).isEqualTo(frame.payees().get(payee));
            }
        }
        assertThat(rows).isEqualTo(ImmutableList.sortedCopyOf(ORDER, credits));
    }

    @Property
    void rowsOfPrimitivesAreCredits(@ForAll("rows") List<Row> rows) {
        CreditFrame.Builder builder = CreditFrame.builder(USD);
        List<Credit> expected = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            LocalDate date = LocalDate.ofEpochDay(row.day());
            builder.add("C-" + i + row.id(), row.payee(), date, row.minor());
            expected.add(Credit.of(
                    "C-" + i + row.id(), row.payee(), date.toString(), MoneyKernel.amount(row.minor(), 2, USD)));
        }
        expected.sort(ORDER);
        CreditFrame frame = builder.build().orThrow();

        assertThat(frame.size()).isEqualTo(rows.size());
        for (int row = 0; row < frame.size(); row++) {
            assertThat(frame.credit(row)).isEqualTo(expected.get(row));
        }
        for (int payee = 0; payee < frame.payees().size(); payee++) {
            PayeeId of = frame.payees().get(payee);
            DateRange days = DateRange.of("2026-01-05", "2026-01-12");
            long sum = expected.stream()
                    .filter(credit -> credit.payee().equals(of) && days.contains(credit.date()))
                    .mapToLong(ReferenceCrediting::cents)
                    .sum();
            assertThat(frame.total(payee, 0, days)).isEqualTo(sum);
        }
    }

    @Property
    void aStreamByPayeeGivesTheSameRowsAsAFrame(@ForAll("credits") ImmutableList<Credit> credits) {
        CreditFrame whole = CreditFrame.of(credits, USD).orThrow();
        List<Credit> streamed = new ArrayList<>();
        CreditStream stream = CreditStream.into(USD, (payee, frame) -> {
            assertThat(frame.orThrow().payees()).containsExactly(payee);
            streamed.addAll(frame.orThrow().credits(0));
        });
        ImmutableList.sortedCopyOf(Comparator.comparing(Credit::payee), credits).forEach(stream::add);

        assertThat(stream.finish()).isEqualTo(credits.size());
        List<Credit> rows = new ArrayList<>();
        for (int row = 0; row < whole.size(); row++) {
            rows.add(whole.credit(row));
        }
        assertThat(streamed).isEqualTo(rows);
    }

    @Property
    void anIdThatComesTwiceIsNamed(@ForAll("credits") ImmutableList<Credit> credits, @ForAll Random random) {
        if (credits.isEmpty()) {
            return;
        }
        Credit twice = credits.get(random.nextInt(credits.size()));
        List<Credit> more = new ArrayList<>(credits);
        more.add(random.nextInt(more.size() + 1), twice.withDate(twice.date().plusDays(random.nextInt(3))));

        assertThat(CreditFrame.of(more, USD).findings())
                .extracting(Finding::code)
                .containsExactly("commission.credit.duplicate");
    }

    @Provide
    Arbitrary<ImmutableList<Credit>> credits() {
        Arbitrary<ImmutableList<Credit>> ofCases =
                CreditArbitraries.creditCases().map(one -> one.credits().credits());
        return Arbitraries.oneOf(ofCases, CommissionArbitraries.credits());
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "aa"),
                        Arbitraries.of("ana", "ben", "cho"),
                        Arbitraries.integers().between(20_454, 20_470),
                        Arbitraries.longs().between(-1_000_000_000_000L, 1_000_000_000_000L))
                .as(Row::new)
                .list()
                .ofMaxSize(200);
    }
}
