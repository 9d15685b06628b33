package io.salesops.commission.service;

import static io.salesops.commission.service.Office.FINANCE;
import static io.salesops.commission.service.Office.credit;
import static io.salesops.commission.service.Office.flat;
import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.core.event.DomainEvent;
import io.salesops.core.money.Amounts;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import javax.money.Monetary;
import org.junit.jupiter.api.RepeatedTest;

class CommissionRunConcurrencyTest {
    private static final int THREADS = 4;
    private final Office office = new Office();

    private List<PostedRun> together(IntFunction<String> key) throws Exception {
        for (int i = 1; i <= 5; i++) {
            office.add("p-" + i, credit("C-" + i, "p-" + i, "2026-01-10", i + "00.00"));
        }
        CommissionRun runs = office.runs(RunPolicy.standard(), flat("1", "10%"));
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<PostedRun>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String mine = key.apply(i);
                futures.add(pool.submit((Callable<PostedRun>) () -> {
                    start.await();
                    return runs.run(
                                    mine,
                                    LedgerArbitraries.month(1),
                                    AsOf.date("2026-01-31"),
                                    FINANCE,
                                    Execution.here())
                            .orThrow();
                }));
            }
            start.countDown();
            List<PostedRun> done = new ArrayList<>();
            for (Future<PostedRun> future : futures) {
                done.add(future.get());
            }
            return done;
        } finally {
            pool.shutdown();
        }
    }

    @RepeatedTest(10)
    void runsWithOneKeyAtOncePostOnce() throws Exception {
        List<PostedRun> done = together(i -> "jan");
        assertThat(done).filteredOn(run -> !run.repeated()).hasSize(1);
        assertThat(done).extracting(PostedRun::entries).containsOnly(done.get(0).entries());
        assertThat(office.ledger().entries()).hasSize(5);
        assertThat(office.period(1).orElseThrow().versions()).hasSize(1);
        assertThat(office.events()).extracting(DomainEvent::type).containsExactly("commission.run.posted");
    }

    @RepeatedTest(10)
    void runsWithTheirOwnKeysAtOncePostTheTargetOnce() throws Exception {
        List<PostedRun> done = together(i -> "jan-" + i);
        assertThat(done).noneMatch(PostedRun::repeated);
        assertThat(office.ledger().entries())
                .extracting(LedgerEntry::source)
                .containsExactly("deal C-1", "deal C-2", "deal C-3", "deal C-4", "deal C-5");
        assertThat(office.ledger().balance(Monetary.getCurrency("USD")).earned())
                .isEqualTo(Amounts.of("150.00", "USD"));
        assertThat(office.period(1).orElseThrow().versions()).hasSize(THREADS);
    }
}
