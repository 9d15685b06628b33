package io.salesops.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class ExecutionTest {

    @Test
    void runsInTheCallingThreadUnlessStated() {
        List<Thread> ran = new ArrayList<>();
        Execution.here().executor().execute(() -> ran.add(Thread.currentThread()));
        assertThat(ran).containsExactly(Thread.currentThread());
        assertThat(Execution.here().parallelism()).isEqualTo(1);
        assertThat(Execution.here().limit()).isEmpty();
        assertThatCode(() -> Execution.here().progress().at("compare", 1, 2)).doesNotThrowAnyException();
    }

    @Test
    void eachSettingKeepsTheOthers() {
        Executor executor = Runnable::run;
        Cancellation cancellation = new Cancellation();
        List<String> heard = new ArrayList<>();
        Execution execution = Execution.on(executor, 3)
                .reporting((phase, done, total) -> heard.add(phase + " " + done + "/" + total))
                .cancelledBy(cancellation)
                .within(Duration.ofSeconds(5), () -> 0L);
        execution.progress().at("compare", 1, 2);
        assertThat(heard).containsExactly("compare 1/2");
        assertThat(execution.executor()).isSameAs(executor);
        assertThat(execution.parallelism()).isEqualTo(3);
        assertThat(execution.cancellation()).isSameAs(cancellation);
        assertThat(execution.limit().orElseThrow().duration()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void oneCallIsNotCancelledWithAnother() {
        Execution first = Execution.here();
        first.cancellation().raise();
        assertThat(Execution.here().cancellation().raised()).isFalse();
    }

    @Test
    void aRaisedFlagStopsTheCall() {
        Cancellation cancellation = new Cancellation();
        assertThatCode(() -> cancellation.check("compare")).doesNotThrowAnyException();
        cancellation.raise();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> cancellation.check("compare"))
                .withMessage("cancelled during compare");
    }

    @Test
    void refusesWhatCannotRun() {
        assertThatIllegalArgumentException().isThrownBy(() -> Execution.on(Runnable::run, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Execution.here().within(Duration.ZERO, () -> 0L))
                .withMessageContaining("time limit must be positive: PT0S");
    }
}
