package io.salesops.examples;

import io.salesops.core.crm.Account;
import io.salesops.core.quality.ChangeSet;
import io.salesops.core.quality.Cleanser;
import io.salesops.core.quality.QualityChecker;
import io.salesops.core.quality.QualityReport;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks accounts and opportunities by rules, and repairs what the rules can repair. */
final class CleanRecords implements LeadToCashStep {
    private static final int SHOWN = 3;

    @Override
    public String title() {
        return "Check and clean records";
    }

    @Override
    public Optional<String> lacks(LeadToCashState state) {
        return state.definitions().accountRules().isEmpty()
                        && state.definitions().opportunityRules().isEmpty()
                ? Optional.of("accountRules or opportunityRules in the definitions")
                : Optional.empty();
    }

    @Override
    public void run(LeadToCashState state, Printer out) {
        Set<String> accounts =
                state.accounts.stream().map(account -> account.id().value()).collect(Collectors.toSet());
        state.definitions().opportunityRules().ifPresent(rules -> {
            QualityReport report = QualityChecker.opportunities(rules)
                    .referring("account", accounts::contains)
                    .check(state.opportunities, state.asOf);
            print("opportunities", report, out);
        });
        state.definitions().accountRules().ifPresent(rules -> {
            QualityChecker<Account> checker = QualityChecker.accounts(rules);
            QualityReport before = checker.check(state.accounts, state.asOf);
            print("accounts before cleaning", before, out);
            ChangeSet<Account> repairs = Cleanser.accounts(rules).propose(state.accounts);
            out.line(
                    "%,d repairs proposed and applied, for example",
                    repairs.changes().size());
            repairs.changes().stream().limit(SHOWN).forEach(change -> out.line("  %s", change));
            out.outcome(repairs);
            state.accounts = repairs.apply(state.accounts);
            // Values that were written in several ways are equal only now.
            print("accounts after cleaning", checker.check(state.accounts, state.asOf), out);
        });
    }

    private static void print(String kind, QualityReport report, Printer out) {
        out.line(
                "%s: %,d of %,d clean, score %s, violations %s",
                kind,
                report.clean(),
                report.records(),
                report.score()
                        .rate()
                        .map(rate -> rate.value().round(4, java.math.RoundingMode.HALF_UP))
                        .map(Object::toString)
                        .orElse("-"),
                report.violations());
        out.outcome(report);
    }
}
