package io.salesops.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Rational;
import io.salesops.core.testkit.QualityArbitraries;
import io.salesops.core.time.AsOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QualityProperties {
    private static final AsOf TODAY = AsOf.date("2026-03-31");

    private static final QualityRules RULES = QualityRules.builder()
            .id("accounts")
            .version("1")
            .on(QualityRules.Subject.ACCOUNT)
            .addRules(
                    new QualityRule.Complete(
                            "given", Severity.WARNING, "industry", ImmutableList.of("Select"), Optional.empty()),
                    new QualityRule.OneOf(
                            "known", Severity.ERROR, "industry", ImmutableList.of("software", "technology", "retail")),
                    new QualityRule.OneOf("countries", Severity.ERROR, "country", ImmutableList.of("US", "Germany")),
                    new QualityRule.Unique("one", Severity.ERROR, ImmutableList.of("website")))
            .build();

    @Provide
    Arbitrary<ImmutableList<Account>> accounts() {
        return QualityArbitraries.dirtyAccounts();
    }

    @Property
    void undoneChangesGiveTheRecordsBack(@ForAll("accounts") List<Account> accounts) {
        ChangeSet<Account> changes = Cleanser.accounts(RULES).propose(accounts);
        ImmutableList<Account> applied = changes.apply(accounts);
        assertThat(changes.undo(applied)).isEqualTo(accounts);
        assertThat(changes.apply(applied)).isEqualTo(applied);
        assertThat(changes.stale(accounts)).isEmpty();
        assertThat(changes.stale(applied)).isEmpty();
    }

    @Property
    void repairedRecordNeedsNoOtherRepair(@ForAll("accounts") List<Account> accounts) {
        Cleanser<Account> cleanser = Cleanser.accounts(RULES);
        assertThat(cleanser.propose(cleanser.propose(accounts).apply(accounts)).changes())
                .isEmpty();
    }

    @Property
    void eachChangeChangesItsFieldAndNothingElse(@ForAll("accounts") List<Account> accounts) {
        ChangeSet<Account> changes = Cleanser.accounts(RULES).propose(accounts);
        ImmutableList<Account> applied = changes.apply(accounts);
        for (int i = 0; i < accounts.size(); i++) {
            String id = accounts.get(i).id().value();
            boolean changed = changes.changes().stream()
                    .anyMatch(change -> change.record().equals(id));
            assertThat(applied.get(i).equals(accounts.get(i))).isEqualTo(!changed);
        }
        assertThat(changes.only(change -> false).apply(accounts)).isEqualTo(accounts);
    }

    @Property
    void mailHostsTellLetterCaseOnlyBeforeTheAt(@ForAll("mails") String mail) {
        Contact contact = Contact.builder()
                .id(ContactId.of("C-1"))
                .lastName("Doe")
                .email(mail)
                .build();
        QualityRules none = QualityRules.builder()
                .id("none")
                .version("1")
                .on(QualityRules.Subject.CONTACT)
                .build();
        Optional<String> repaired = Cleanser.contacts(none)
                .propose(List.of(contact))
                .apply(List.of(contact))
                .get(0)
                .email();
        assertThat(repaired.map(text -> text.substring(0, text.lastIndexOf('@'))))
                .contains(mail.substring(0, mail.lastIndexOf('@')));
        assertThat(repaired.orElseThrow()).isEqualToIgnoringCase(mail);
        assertThat(repaired.map(text -> text.substring(text.lastIndexOf('@'))))
                .hasValueSatisfying(domain -> assertThat(domain).isLowerCase());
    }

    @Provide
    Arbitrary<String> mails() {
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5),
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(5))
                .as((name, domain) -> name + "@" + domain + ".com");
    }

    @Property
    void scoreIsChecksPassedOverChecksMade(@ForAll("accounts") List<Account> accounts) {
        QualityReport report = QualityChecker.accounts(RULES).check(accounts, TODAY);
        long made = report.results().stream().mapToLong(RuleResult::checked).sum();
        long failed =
                report.violations().values().stream().mapToLong(Long::longValue).sum();
        assertThat(report.score().numerator()).isEqualTo(Rational.of(made - failed));
        assertThat(report.score().denominator()).isEqualTo(Rational.of(made));
        // Every record is either judged by a rule or counted as left out of it.
        for (RuleResult result : report.results()) {
            long left = report.omitted().stream()
                    .filter(omission -> omission.reason().equals(result.rule() + " not checked: no value"))
                    .mapToLong(omission -> omission.count())
                    .sum();
            assertThat(result.checked() + left).isEqualTo(accounts.size());
        }
    }

    @Property
    void countsDoNotDependOnTheOrder(@ForAll("accounts") List<Account> accounts, @ForAll Random random) {
        List<Account> shuffled = new ArrayList<>(accounts);
        Collections.shuffle(shuffled, random);
        QualityReport report = QualityChecker.accounts(RULES).check(accounts, TODAY);
        QualityReport other = QualityChecker.accounts(RULES).check(shuffled, TODAY);
        assertThat(other.results()).isEqualTo(report.results());
        assertThat(other.computedFrom()).isEqualTo(report.computedFrom());
        assertThat(other).isEqualTo(report);
    }

    @Property
    void runSaysOfARecordWhatTheFormSays(@ForAll("accounts") List<Account> accounts) {
        QualityChecker<Account> checker = QualityChecker.accounts(RULES);
        List<Finding> alone = accounts.stream()
                .flatMap(account -> checker.checkOne(account, TODAY).stream())
                .toList();
        assertThat(checker.check(accounts, TODAY).findings().stream()
                        .filter(finding -> !finding.code().equals("quality.value.duplicate")))
                .containsExactlyInAnyOrderElementsOf(alone);
    }
}
