package io.salesops.commission.calc;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.testdata.NeedsData;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every row of the worked examples has a test of its own, and only one: of plans, of credits or of the ledger. */
@NeedsData
class WorkedExamplesCountTest {
    private static final String PACKAGE = "io.salesops.commission.";

    @Test
    void noExampleIsLostUnseen() throws IOException {
        List<String> tested = new ArrayList<>(WorkedExamplesTest.ids());
        boolean credits = add("credit.WorkedCreditExamplesTest", tested);
        boolean ledger = add("ledger.WorkedLedgerExamplesTest", tested);

        assertThat(WorkedExamplesTest.rows()).hasSize(87);
        assertThat(tested)
                .doesNotHaveDuplicates()
                .isSubsetOf(WorkedExamplesTest.rows().keySet());
        assertThat(tested).hasSizeGreaterThanOrEqualTo(66);
        if (credits && ledger) {
            assertThat(tested)
                    .containsExactlyInAnyOrderElementsOf(
                            WorkedExamplesTest.rows().keySet());
        }
    }

    /** Adds the ids of a class of examples, if it is there. */
    private static boolean add(String name, List<String> tested) {
        try {
            Method ids = Class.forName(PACKAGE + name).getDeclaredMethod("ids");
            ids.setAccessible(true);
            for (Object id : (Collection<?>) ids.invoke(null)) {
                tested.add((String) id);
            }
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name + " has no static ids()", e);
        }
    }
}
