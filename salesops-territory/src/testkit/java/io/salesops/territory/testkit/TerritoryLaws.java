package io.salesops.territory.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.testkit.Laws;
import io.salesops.core.time.AsOf;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.assign.AccountAssigner;
import io.salesops.territory.assign.Assignments;
import io.salesops.territory.assign.Decision;
import io.salesops.territory.assign.Decision.Kind;
import io.salesops.territory.design.TerritoryDesigner;
import io.salesops.territory.rule.AssignmentRule;
import io.salesops.territory.rule.AssignmentRules;
import io.salesops.territory.rule.TerritoryOwner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * The laws of assignment, held against one set of rules: {@code TerritoryLaws.holdFor(ourRules())}; and those of territory
 * design, held against one problem, or a problem and a plan.
 *
 * <p>For all rules: every account of a book is in one territory, or a gap, or a conflict, and listed as such; the order of
 * accounts, of rules and of owners is irrelevant; a single account is decided as it is in the book; a rule concerns only
 * accounts that meet it, so that without it all others stay where they were; a named account goes where its name says; of
 * the rules that an account meets those of the first priority decide, and a decision names them, and every rule as a
 * candidate; rules, decisions and books survive JSON.
 *
 * <p>Accounts are drawn for the rules: each is aimed at some of them, and hits or just misses what their criteria ask for,
 * one day, one employee or one letter beside it; other fields are missing. Named accounts are among them. Days are those
 * on which rules and owners begin and end.
 */
public final class TerritoryLaws {
    private final AssignmentRules rules;
    private final Assigning assigning;

    private TerritoryLaws(AssignmentRules rules, Assigning assigning) {
        this.rules = rules;
        this.assigning = assigning;
    }

    /** What assigns by rules: the engine, or in tests one with a fault. */
    interface Assigning {
        Decision one(AssignmentRules rules, Account account, AsOf asOf);

        Assignments all(AssignmentRules rules, ImmutableList<Account> accounts, AsOf asOf);
    }

    /** The engine; the assigner of the rules themselves is made once. */
    record Engine(AssignmentRules rules, AccountAssigner assigner) implements Assigning {

        static Engine of(AssignmentRules rules) {
            return new Engine(rules, AccountAssigner.of(rules));
        }

        private AccountAssigner by(AssignmentRules asked) {
            return asked.equals(rules) ? assigner : AccountAssigner.of(asked);
        }

        @Override
        public Decision one(AssignmentRules asked, Account account, AsOf asOf) {
            return by(asked).assign(account, asOf);
        }

        @Override
        public Assignments all(AssignmentRules asked, ImmutableList<Account> accounts, AsOf asOf) {
            return by(asked).assignAll(accounts, asOf, Execution.here());
        }
    }

    /**
     * Holds the laws against rules, with {@value Laws#TRIES} cases.
     *
     * @throws AssertionError naming every law that is broken with the smallest case that was found, or every error of
     *     rules that cannot be used
     */
    public static void holdFor(AssignmentRules rules) {
        holdFor(rules, Laws.TRIES, Laws.SEED);
    }

    /** Holds the laws against rules, with as many cases, drawn from the seed; see {@link #holdFor(AssignmentRules)}. */
    public static void holdFor(AssignmentRules rules, int tries, long seed) {
        Laws.sound(subject(rules), AccountAssigner.check(rules));
        laws(rules, Engine.of(rules)).hold(tries, seed);
    }

    /**
     * Holds the laws of territory design against a problem, with a few short searches: every unit in one territory, none empty
     * or torn, locks and allowances kept, the same plan in any order and on any number of threads.
     *
     * <p>Cost: about twenty designs of up to 30 steps for each case.
     *
     * @throws AssertionError naming every law that is broken, or every error of a problem that cannot be used
     */
    public static void holdFor(TerritoryProblem problem) {
        holdFor(problem, DesignLaws.TRIES, Laws.SEED);
    }

    /** Holds the laws against a problem, with as many searches, drawn from the seed; see {@link #holdFor(TerritoryProblem)}. */
    public static void holdFor(TerritoryProblem problem, int tries, long seed) {
        Laws.sound(DesignLaws.subject(problem), TerritoryDesigner.check(problem));
        DesignLaws.laws(problem, DesignLaws.engine()).hold(tries, seed);
    }

    /**
     * Holds a plan, wherever it comes from, against its problem: rules, bands and capacities kept, no territory empty.
     *
     * @throws AssertionError naming everything that is not kept, or every unit or territory that is not the problem's
     */
    public static void holdFor(TerritoryProblem problem, TerritoryPlan plan) {
        Laws.sound(DesignLaws.subject(problem), TerritoryDesigner.check(problem));
        DesignLaws.planLaws(problem, plan).hold(1, Laws.SEED);
    }

    static Laws<BookCase> laws(AssignmentRules rules, Assigning assigning) {
        TerritoryLaws laws = new TerritoryLaws(rules, assigning);
        return Laws.about(subject(rules), random -> BookCase.draw(rules, random), BookCase::smaller, BookCase::text)
                .law("every account is in one place", laws::onePlace)
                .law("the order of accounts is irrelevant", laws::accountOrder)
                .law("the order of rules is irrelevant", laws::ruleOrder)
                .law("one account is decided as in the book", laws::singleAsAll)
                .law("a rule concerns only accounts that meet it", laws::removal)
                .law("named accounts go where their name says", laws::named)
                .law("the first priority that is met decides", laws::priority)
                .law("a decision explains itself", laws::explained)
                .law("rules and decisions survive JSON", laws::json);
    }

    private static String subject(AssignmentRules rules) {
        return "rules " + rules.id() + " v" + rules.version();
    }

    private Assignments all(BookCase drawn) {
        return assigning.all(rules, drawn.accounts(), drawn.asOf());
    }

    private Decision one(Account account, BookCase drawn) {
        return assigning.one(rules, account, drawn.asOf());
    }

    private void onePlace(BookCase drawn) {
        Assignments book = all(drawn);
        List<AccountId> listed = new ArrayList<>(book.territories().keySet());
        listed.addAll(book.gaps());
        listed.addAll(book.conflicts());
        Collections.sort(listed);
        List<AccountId> asked =
                drawn.accounts().stream().map(Account::id).sorted().toList();
        Laws.equal("accounts in a territory, a gap or a conflict", asked, listed);
        Laws.require(listed.containsAll(book.undecided()), "undecided are unknown accounts: " + book.undecided());
    }

    private void accountOrder(BookCase drawn) {
        List<Account> shuffled = new ArrayList<>(drawn.accounts());
        Collections.shuffle(shuffled, new Random(drawn.seed()));
        Laws.equal("book", SalesOpsJson.write(all(drawn)), SalesOpsJson.write(all(drawn.with(shuffled))));
    }

    private void ruleOrder(BookCase drawn) {
        Random random = new Random(drawn.seed());
        List<AssignmentRule> shuffled = new ArrayList<>(rules.rules());
        Collections.shuffle(shuffled, random);
        List<TerritoryOwner> owners = new ArrayList<>(rules.owners());
        Collections.shuffle(owners, random);
        AssignmentRules other = rules.withRules(shuffled).withOwners(owners);
        for (Account account : drawn.accounts()) {
            Laws.equal(
                    "decision on " + account.id(),
                    verdict(one(account, drawn)),
                    verdict(assigning.one(other, account, drawn.asOf())));
        }
    }

    /** What is decided, without the places in the document at which it is written. */
    private static List<Object> verdict(Decision decision) {
        return List.of(
                decision.kind(),
                decision.territory(),
                decision.path(),
                decision.owner(),
                ImmutableSet.copyOf(new TreeSet<>(decision.rules())));
    }

    private void singleAsAll(BookCase drawn) {
        Assignments book = all(drawn);
        for (Account account : drawn.accounts()) {
            Decision one = one(account, drawn);
            AccountId id = account.id();
            Laws.equal(
                    "territory of " + id,
                    one.territory(),
                    Optional.ofNullable(book.territories().get(id)));
            Laws.equal("gap of " + id, one.kind() == Kind.GAP, book.gaps().contains(id));
            Laws.equal(
                    "conflict of " + id,
                    one.kind() == Kind.CONFLICT,
                    book.conflicts().contains(id));
            Laws.equal("owner of " + id, one.owner(), book.owner(id));
            Laws.equal(
                    "whether a missing field might decide otherwise on " + id,
                    one.findings().stream().anyMatch(finding -> finding.code().equals("territory.field.missing")),
                    book.undecided().contains(id));
        }
    }

    private void removal(BookCase drawn) {
        if (rules.rules().isEmpty()
                || (rules.rules().size() == 1 && rules.named().isEmpty())) {
            return;
        }
        int removed = new Random(drawn.seed()).nextInt(rules.rules().size());
        AssignmentRule rule = rules.rules().get(removed);
        List<AssignmentRule> fewer = new ArrayList<>(rules.rules());
        fewer.remove(removed);
        for (Account account : drawn.accounts()) {
            if (rule.when().test(account) != Truth.TRUE) {
                Decision with = one(account, drawn);
                Decision without = assigning.one(rules.withRules(fewer), account, drawn.asOf());
                Laws.equal(
                        "territory of " + account.id() + " without rule " + rule.id(),
                        with.kind() + " " + with.territory(),
                        without.kind() + " " + without.territory());
            }
        }
    }

    private void named(BookCase drawn) {
        for (Account account : drawn.accounts()) {
            TerritoryId named = rules.named().get(account.id());
            Decision decision = one(account, drawn);
            Laws.equal("whether " + account.id() + " is decided by name", named != null, decision.kind() == Kind.NAMED);
            if (named != null) {
                Laws.equal("territory of " + account.id(), Optional.of(named), decision.territory());
            }
        }
    }

    /** Every rule is tested: those that are met, of the first priority, must agree or are a conflict. */
    private void priority(BookCase drawn) {
        LocalDate on = drawn.day();
        for (Account account : drawn.accounts()) {
            if (rules.named().containsKey(account.id())) {
                continue;
            }
            List<AssignmentRule> met = rules.rules().stream()
                    .filter(rule -> rule.effective().contains(on) && rule.when().test(account) == Truth.TRUE)
                    .toList();
            int first = met.stream().mapToInt(AssignmentRule::priority).min().orElse(0);
            Set<String> winners = new TreeSet<>();
            Set<TerritoryId> claimed = new HashSet<>();
            for (AssignmentRule rule : met) {
                if (rule.priority() == first) {
                    winners.add(rule.id());
                    claimed.add(rule.territory());
                }
            }
            Kind kind = claimed.isEmpty() ? Kind.GAP : claimed.size() == 1 ? Kind.BY_RULE : Kind.CONFLICT;
            Decision decision = one(account, drawn);
            Laws.equal("decision on " + account.id(), kind, decision.kind());
            Laws.equal("rules that decide on " + account.id(), winners, new TreeSet<>(decision.rules()));
            Laws.equal(
                    "territory of " + account.id(),
                    claimed.size() == 1 ? Optional.of(claimed.iterator().next()) : Optional.empty(),
                    decision.territory());
        }
    }

    private void explained(BookCase drawn) {
        for (Account account : drawn.accounts()) {
            Decision decision = one(account, drawn);
            if (!(decision.explanation() instanceof Explanation.Choice choice)) {
                throw new AssertionError("decision on " + account.id() + " is no choice: " + decision.explanation());
            }
            Laws.equal(
                    "what is chosen for " + account.id(),
                    decision.territory().map(TerritoryId::value),
                    choice.chosen());
            for (AssignmentRule rule : rules.rules()) {
                Laws.require(
                        choice.candidates().stream()
                                .anyMatch(one -> one.id()
                                                .equals(rule.territory().value())
                                        && one.met().contains("rule " + rule.id() + ", priority " + rule.priority())),
                        "rule " + rule.id() + " is no candidate for " + account.id());
            }
        }
    }

    private void json(BookCase drawn) {
        JsonLaws.roundTrips(rules, AssignmentRules.class);
        JsonLaws.roundTrips(all(drawn), Assignments.class);
        drawn.accounts().forEach(account -> JsonLaws.roundTrips(one(account, drawn), Decision.class));
    }
}
