package io.salesops.commission.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.time.AsOf;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault in crediting rules or in an event: what is said of it, and nothing else; beside it, what is just allowed. */
class CreditFaultsTest {
    private static final String OWNER =
            "{\"kind\": \"split\", \"id\": \"owner\", \"priority\": 10, \"to\": {\"kind\": \"owner\"}}";

    private static CreditRules rules(String rules, String more) {
        return SalesOpsJson.read(
                        "{\"schema\": \"salesops/credit-rules/1\", \"id\": \"r\", \"version\": \"1\", \"rules\": ["
                                + rules + "]" + more + "}",
                        CreditRules.class)
                .orThrow();
    }

    private static Arguments fault(String what, String rules, String... expected) {
        return arguments(what, rules, "", List.of(expected));
    }

    private static Arguments rollUp(String what, String fields, String... expected) {
        return arguments(what, OWNER, ", \"rollUps\": [{\"id\": \"up\", " + fields + "}]", List.of(expected));
    }

    private static String shares(String shares) {
        return "{\"kind\": \"split\", \"id\": \"it\", \"priority\": 10, \"to\": {\"kind\": \"shares\", \"shares\": {"
                + shares + "}}}";
    }

    private static String overlay(String fields) {
        return OWNER + ", {\"kind\": \"overlay\", \"id\": \"it\", \"priority\": 20, " + fields + "}";
    }

    private static String second(String to, String fields) {
        return OWNER + ", {\"kind\": \"split\", \"id\": \"it\", \"priority\": 10, \"to\": {\"kind\": \"" + to + "\"}"
                + fields + "}";
    }

    static Stream<Arguments> wrongRules() {
        return Stream.of(
                fault("an owner", OWNER),
                fault("no split", "", "commission.credit.noSplit /rules"),
                fault(
                        "shares below the whole",
                        shares("\"ana\": \"50%\", \"ben\": \"49%\""),
                        "commission.credit.shares /rules/0/to/shares"),
                fault("a share of nothing", shares("\"ana\": \"100%\", \"ben\": \"0%\"")),
                fault(
                        "a share below nothing",
                        shares("\"ana\": \"110%\", \"ben\": \"-10%\""),
                        "commission.credit.negative /rules/0/to/shares/ben"),
                fault(
                        "claims nothing",
                        OWNER.replace("\"priority\"", "\"claims\": \"0%\", \"priority\""),
                        "commission.credit.claims /rules/0/claims"),
                fault("claims all", OWNER.replace("\"priority\"", "\"claims\": \"100%\", \"priority\"")),
                fault(
                        "claims more than all",
                        OWNER.replace("\"priority\"", "\"claims\": \"101%\", \"priority\""),
                        "commission.credit.claims /rules/0/claims"),
                fault("an overlay for nobody", overlay("\"shares\": {}"), "commission.credit.shares /rules/1/shares"),
                fault(
                        "an overlay below nothing",
                        overlay("\"shares\": {\"zoe\": \"-1%\"}"),
                        "commission.credit.negative /rules/1/shares/zoe"),
                fault("an overlay of nothing", overlay("\"shares\": {\"zoe\": \"0%\"}")),
                fault(
                        "an exclusion without a reason",
                        OWNER
                                + ", {\"kind\": \"exclude\", \"id\": \"it\", \"when\": {\"field\": \"owner\", \"is\": \"ana\"}, \"reason\": \" \"}",
                        "commission.credit.reason /rules/1/reason"),
                fault(
                        "two rules of one name",
                        OWNER + ", " + OWNER.replace("10", "20"),
                        "commission.rule.duplicate /rules/1/id"),
                fault(
                        "a rule without name",
                        OWNER.replace("\"owner\", \"priority\"", "\" \", \"priority\""),
                        "commission.rule.id /rules/0/id"),
                fault(
                        "a rule without days",
                        OWNER.replace(
                                "\"priority\"",
                                "\"effective\": {\"from\": \"2026-01-01\", \"before\": \"2026-01-01\"}, \"priority\""),
                        "commission.credit.period /rules/0/effective"),
                arguments(
                        "rules without days",
                        OWNER,
                        ", \"effective\": {\"from\": \"2026-01-01\", \"before\": \"2026-01-01\"}",
                        List.of("commission.credit.period /effective")),
                fault("two splits of one priority", second("owner", ""), "commission.credit.overlap /rules/1"),
                fault(
                        "two splits of one priority on other days",
                        OWNER.replace("\"priority\"", "\"effective\": {\"before\": \"2026-03-01\"}, \"priority\"")
                                + second("owner", ", \"effective\": {\"from\": \"2026-03-01\"}")
                                        .substring(OWNER.length())),
                fault("an agreed split beside the owner", second("dealSplit", "")),
                fault(
                        "the owner beside an agreed split",
                        second("dealSplit", "")
                                .replace("\"owner\"}", "\"x\"}")
                                .replace("\"dealSplit\"", "\"owner\"")
                                .replace("\"x\"", "\"dealSplit\"")),
                rollUp("a roll-up", "\"levels\": 1, \"mode\": \"full\""),
                rollUp(
                        "a roll-up of no levels",
                        "\"levels\": 0, \"mode\": \"full\"",
                        "commission.credit.levels /rollUps/0/levels"),
                rollUp(
                        "a roll-up with a share for each level",
                        "\"levels\": 2, \"shares\": [\"50%\", \"0%\"], \"mode\": \"full\""),
                rollUp(
                        "a roll-up with a share too few",
                        "\"levels\": 2, \"shares\": [\"50%\"], \"mode\": \"full\"",
                        "commission.credit.levels /rollUps/0/shares"),
                rollUp(
                        "a level below nothing",
                        "\"levels\": 1, \"shares\": [\"-50%\"], \"mode\": \"full\"",
                        "commission.credit.negative /rollUps/0/shares"),
                rollUp(
                        "an own share below nothing",
                        "\"levels\": 1, \"own\": \"-50%\", \"mode\": \"full\"",
                        "commission.credit.negative /rollUps/0/shares"),
                rollUp(
                        "a roll-up without days",
                        "\"levels\": 1, \"mode\": \"full\", \"effective\": {\"from\": \"2026-01-01\", \"before\": \"2026-01-01\"}",
                        "commission.credit.period /rollUps/0/effective"),
                arguments(
                        "a roll-up named like a rule",
                        OWNER,
                        ", \"rollUps\": [{\"id\": \"owner\", \"levels\": 1, \"mode\": \"full\"}]",
                        List.of("commission.rule.duplicate /rollUps/0/id")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongRules")
    void aFaultIsFoundWhereItIs(String what, String rules, String more, List<String> expected) {
        assertThat(CreditAllocator.check(rules(rules, more)).stream()
                        .map(finding -> finding.code() + " " + finding.path())
                        .toList())
                .as(what)
                .isEqualTo(expected);
    }

    private static CreditEvent event() {
        return CreditEvent.builder()
                .id(CreditEventId.of("E-1"))
                .date(java.time.LocalDate.of(2026, 3, 1))
                .owner(RepId.of("ana"))
                .amount(Amounts.of("100.00", "USD"))
                .build();
    }

    private static CreditEvent lines(EventLine... lines) {
        return event().withLines(lines);
    }

    private static EventLine line(String id, String amount, String currency) {
        return EventLine.of(id, "P-1", Amounts.of(amount, currency));
    }

    static Stream<Arguments> wrongEvents() {
        return Stream.of(
                arguments("an event", event(), List.of()),
                arguments(
                        "a cent of a cent",
                        event().withAmount(Amounts.of("1.001", "USD")),
                        List.of("commission.event.scale /events/E-1/amount")),
                arguments(
                        "a margin in another currency",
                        event().withMargin(Amounts.of("1", "EUR")),
                        List.of("commission.event.currency /events/E-1/margin")),
                arguments(
                        "gold",
                        event().withAmount(Amounts.of("1", "XAU")),
                        List.of("commission.event.scale /events/E-1/amount")),
                arguments("lines", lines(line("1", "60", "USD"), line("2", "40", "USD")), List.of()),
                arguments(
                        "lines that are less",
                        lines(line("1", "60", "USD"), line("2", "39.99", "USD")),
                        List.of("commission.event.lines /events/E-1/lines")),
                arguments(
                        "a line twice",
                        lines(line("1", "60", "USD"), line("1", "40", "USD")),
                        List.of("commission.event.line /events/E-1/lines/1")),
                arguments(
                        "a line in another currency",
                        lines(line("1", "60", "USD"), line("2", "40", "EUR")),
                        List.of("commission.event.currency /events/E-1/lines/2/amount")),
                arguments(
                        "a line's margin in another currency",
                        lines(line("1", "100", "USD").withMargin(Amounts.of("1", "EUR"))),
                        List.of("commission.event.currency /events/E-1/lines/1/margin")),
                arguments(
                        "an agreed share below nothing",
                        event().withSplit(java.util.Map.of(
                                PayeeId.of("ana"), Rate.of("110%"), PayeeId.of("ben"), Rate.of("-10%"))),
                        List.of("commission.credit.negative /events/E-1/split/ben")),
                arguments(
                        "an agreed share of nothing",
                        event().withSplit(java.util.Map.of(
                                PayeeId.of("ana"), Rate.of("100%"), PayeeId.of("ben"), Rate.of("0%"))),
                        List.of()),
                arguments(
                        "agreed shares below the whole",
                        event().withSplit(java.util.Map.of(PayeeId.of("ana"), Rate.of("99%"))),
                        List.of("commission.event.split /events/E-1/split")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongEvents")
    void aFaultyEventIsNotCredited(String what, CreditEvent event, List<String> expected) {
        SalesOrg org = SalesOrg.builder()
                .addReps(
                        SalesRep.builder().id(RepId.of("ana")).name("Ana").build(),
                        SalesRep.builder().id(RepId.of("ben")).name("Ben").build())
                .build();
        Credits credits = CreditAllocator.of(rules(OWNER, "")).credit(List.of(event), org, AsOf.date("2026-12-31"));

        assertThat(credits.findings().stream()
                        .map(finding -> finding.code() + " " + finding.path())
                        .toList())
                .as(what)
                .isEqualTo(expected);
        assertThat(credits.credits())
                .hasSize(!expected.isEmpty() ? 0 : Math.max(1, event.lines().size()));
    }
}
