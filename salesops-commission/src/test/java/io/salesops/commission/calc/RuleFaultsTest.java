package io.salesops.commission.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One fault in one rule of a plan in JSON: what the check says of it, and nothing else; beside it, what is just allowed. */
class RuleFaultsTest {
    private static final String FLAT = WorkedPlans.flat("5%");
    private static final String UNITS = ", \"measures\": [{\"id\": \"seats\", \"counts\": \"units\"}]";
    private static final String BEYOND_LONG = "92233720368547758.08";

    private static List<String> found(String more, String rules) {
        return CommissionCalculator.check(WorkedPlans.plan(more, rules)).stream()
                .map(finding -> finding.code() + " " + finding.path())
                .toList();
    }

    private static Arguments fault(String what, String rules, String... expected) {
        return arguments(what, "", rules, List.of(expected));
    }

    private static Arguments units(String what, String rules, String... expected) {
        return arguments(what, UNITS, rules, List.of(expected));
    }

    private static String tiered(String mode, String more, String... tiers) {
        return WorkedPlans.tiered("tiered", mode, more, tiers);
    }

    private static String perDeal(String mode, String more, String... tiers) {
        return WorkedPlans.tiered("perDeal", mode, more, tiers);
    }

    private static String rule(String kind, String fields) {
        return "{\"kind\": \"" + kind + "\", \"id\": \"it\", \"measure\": \"bookings\", " + fields + "}";
    }

    private static String after(String kind, String fields) {
        return FLAT + ", {\"kind\": \"" + kind + "\", \"id\": \"it\", " + fields + "}";
    }

    static Stream<Arguments> tiers() {
        return Stream.of(
                fault(
                        "a rate below nothing",
                        tiered("marginal", "\"rate\": \"-1%\", ", ":50%"),
                        "commission.rate.negative /rules/0/rate"),
                fault(
                        "an amount on money",
                        tiered("marginal", "\"rate\": \"5\", ", ":50%"),
                        "commission.rate.unit /rules/0/rate"),
                fault(
                        "tiers that multiply by amounts",
                        tiered("marginal", "\"rate\": \"5%\", ", ":50"),
                        "commission.rate.unit /rules/0/tiers/0/rate"),
                fault(
                        "tiers that multiply by less than nothing",
                        tiered("marginal", "\"rate\": \"5%\", ", ":-50%"),
                        "commission.rate.negative /rules/0/tiers/0/rate"),
                fault(
                        "tiers that multiply a target by amounts",
                        tiered("marginal", "\"target\": \"900\", ", ":50"),
                        "commission.rate.unit /rules/0/tiers/0/rate"),
                fault(
                        "a rate and a target",
                        tiered("marginal", "\"rate\": \"5%\", \"target\": \"900\", ", ":50%"),
                        "commission.tier.target /rules/0/target"),
                fault(
                        "a target below nothing",
                        tiered("marginal", "\"target\": \"-900\", ", ":50%"),
                        "commission.amount.negative /rules/0/target"),
                fault(
                        "a target beyond 63 bits",
                        tiered("marginal", "\"target\": \"" + BEYOND_LONG + "\", ", ":50%"),
                        "commission.amount.range /rules/0/target"),
                fault("the largest target", tiered("marginal", "\"target\": \"92233720368547758.07\", ", ":50%")),
                fault("a target of nothing", tiered("marginal", "\"target\": \"0\", ", ":50%")),
                fault(
                        "a target with figures as bounds",
                        tiered("marginal", "\"target\": \"900\", ", "100:50%", ":60%"),
                        "commission.tier.bound /rules/0/tiers"),
                fault(
                        "shares and figures as bounds",
                        tiered("marginal", "", "50%:5%", "900:7%", ":9%"),
                        "commission.tier.bound /rules/0/tiers"),
                fault("amounts that are interpolated", tiered("interpolated", "", "100%:500", ":0%")),
                fault(
                        "amounts that are not interpolated",
                        tiered("marginal", "", "100%:500", ":0%"),
                        "commission.rate.unit /rules/0/tiers/0/rate"),
                fault(
                        "a last tier without proportion",
                        tiered("interpolated", "", "100%:5%", ":9%"),
                        "commission.tier.unbounded /rules/0/tiers/1/rate"),
                fault("interpolated, without tiers", tiered("interpolated", ""), "commission.tier.none /rules/0/tiers"),
                fault(
                        "a tier of its own mode in an interpolated rule",
                        tiered("interpolated", "", "100%:5%:retroactive", ":0%"),
                        "commission.tier.mode /rules/0/tiers/0/mode"),
                fault(
                        "a tier of its own mode where each deal pays at its rate",
                        tiered("byCumulative", "", "100%:5%", ":9%:retroactive"),
                        "commission.tier.mode /rules/0/tiers/1/mode"),
                fault(
                        "a tier of its own mode in a rule that moves by another measure",
                        tiered("marginal", "\"by\": \"renewals\", ", "100%:5%", ":9%:retroactive"),
                        "commission.tier.mode /rules/0/tiers/1/mode"),
                fault(
                        "a tier that is by cumulative by itself",
                        tiered("marginal", "", "100%:5%", ":9%:byCumulative"),
                        "commission.tier.mode /rules/0/tiers/1/mode"),
                fault("a tier of its own mode", tiered("marginal", "", "100%:5%", ":9%:retroactive")),
                fault("moves by another measure", tiered("byCumulative", "\"by\": \"renewals\", ", "100%:5%", ":9%")),
                fault("moves by its own measure", tiered("wholeOverage", "\"by\": \"bookings\", ", "100%:5%", ":9%")),
                fault(
                        "moves by another measure in a mode that cannot",
                        tiered("wholeOverage", "\"by\": \"renewals\", ", "100%:5%", ":9%"),
                        "commission.tier.by /rules/0/by"),
                fault(
                        "moves by another measure, with a target",
                        tiered("marginal", "\"target\": \"9\", \"by\": \"renewals\", ", "100%:5%", ":9%"),
                        "commission.tier.by /rules/0/by"));
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                fault(
                        "a share as bound of a deal",
                        perDeal("marginal", "", "100%:5%", ":9%"),
                        "commission.tier.bound /rules/0/tiers/0/upTo"),
                fault(
                        "a deal that pays by the running total",
                        perDeal("byCumulative", "", "100:5%", ":9%"),
                        "commission.tier.mode /rules/0/mode"),
                fault(
                        "interpolated shares of a deal",
                        perDeal("interpolated", "", "100:5%", ":0%"),
                        "commission.tier.mode /rules/0/mode"),
                fault("interpolated amounts of a deal", perDeal("interpolated", "", "100:5", ":0%")),
                fault(
                        "amounts of a deal",
                        perDeal("marginal", "", "100:5", ":0%"),
                        "commission.rate.unit /rules/0/tiers/0/rate"),
                fault("a deal without tiers", perDeal("marginal", ""), "commission.tier.none /rules/0/tiers"),
                fault(
                        "a least below nothing",
                        perDeal("marginal", "\"atLeast\": \"-1\", ", ":5%"),
                        "commission.amount.negative /rules/0/atLeast"),
                fault(
                        "a most below nothing",
                        perDeal("marginal", "\"atMost\": \"-1\", ", ":5%"),
                        "commission.amount.negative /rules/0/atMost"),
                fault(
                        "a least above the most",
                        perDeal("marginal", "\"atLeast\": \"2\", \"atMost\": \"1\", ", ":5%"),
                        "commission.floor.aboveCap /rules/0/atLeast"),
                fault(
                        "a least that is the most",
                        perDeal("marginal", "\"atLeast\": \"2\", \"atMost\": \"2\", ", ":5%")),
                fault(
                        "a row without rates",
                        grid(
                                "{\"kind\": \"attained\", \"measure\": \"bookings\", \"bounds\": [\"50%\"]}",
                                "[[\"5%\"]]"),
                        "commission.rate.missing /rules/0/rates"),
                fault(
                        "a rate too many",
                        grid(
                                "{\"kind\": \"attained\", \"measure\": \"bookings\", \"bounds\": [\"50%\"]}",
                                "[[\"5%\"], [\"6%\", \"7%\"]]"),
                        "commission.rate.missing /rules/0/rates/1"),
                fault(
                        "a rate below nothing in a grid",
                        grid(
                                "{\"kind\": \"attained\", \"measure\": \"bookings\", \"bounds\": [\"50%\"]}",
                                "[[\"5%\"], [\"-6%\"]]"),
                        "commission.rate.negative /rules/0/rates/1/0"),
                fault(
                        "bounds of a grid that fall",
                        grid(
                                "{\"kind\": \"attained\", \"measure\": \"bookings\", \"bounds\": [\"50%\", \"40%\"]}",
                                "[[\"5%\"], [\"6%\"], [\"7%\"]]"),
                        "commission.tier.order /rules/0/rows/bounds/1"),
                fault(
                        "bounds of a grid that mix",
                        grid(
                                "{\"kind\": \"attained\", \"measure\": \"bookings\", \"bounds\": [\"50%\", \"90\"]}",
                                "[[\"5%\"], [\"6%\"], [\"7%\"]]"),
                        "commission.tier.bound /rules/0/rows/bounds"),
                fault(
                        "a grid without places",
                        grid("{\"kind\": \"category\", \"when\": []}", "[]"),
                        "commission.rate.missing /rules/0/rows"),
                fault(
                        "a grid",
                        grid(
                                "{\"kind\": \"attained\", \"measure\": \"bookings\", \"bounds\": [\"50%\"]}",
                                "[[\"5%\"], [\"6%\"]]")));
    }

    private static String grid(String rows, String rates) {
        return rule("grid", "\"mode\": \"each\", \"rows\": " + rows + ", \"rates\": " + rates);
    }

    static Stream<Arguments> payers() {
        return Stream.of(
                fault(
                        "steps that fall",
                        rule(
                                "bonus",
                                "\"steps\": [{\"at\": \"100%\", \"pays\": \"5\"}, {\"at\": \"90%\", \"pays\": \"6\"}]"),
                        "commission.tier.order /rules/0/steps/1"),
                fault(
                        "steps that mix",
                        rule(
                                "bonus",
                                "\"steps\": [{\"at\": \"100%\", \"pays\": \"5\"}, {\"at\": \"900\", \"pays\": \"6\"}]"),
                        "commission.tier.bound /rules/0/steps"),
                fault(
                        "a share of no target",
                        rule("bonus", "\"steps\": [{\"at\": \"100%\", \"pays\": \"50%\"}]"),
                        "commission.target.missing /rules/0/steps/0/pays"),
                fault(
                        "a bonus below nothing",
                        rule("bonus", "\"steps\": [{\"at\": \"100%\", \"pays\": \"-5\"}]"),
                        "commission.rate.negative /rules/0/steps/0/pays"),
                fault(
                        "a bonus target below nothing",
                        rule("bonus", "\"target\": \"-1\", \"steps\": [{\"at\": \"100%\", \"pays\": \"50%\"}]"),
                        "commission.amount.negative /rules/0/target"),
                fault(
                        "a curve from nothing",
                        rule(
                                "curve",
                                "\"points\": [{\"at\": \"0%\", \"pays\": \"0\"}, {\"at\": \"100%\", \"pays\": \"9\"}]")),
                fault(
                        "a curve of one point",
                        rule("curve", "\"points\": [{\"at\": \"50%\", \"pays\": \"0\"}]"),
                        "commission.tier.none /rules/0/points"),
                fault(
                        "points that fall",
                        rule(
                                "curve",
                                "\"points\": [{\"at\": \"50%\", \"pays\": \"0\"}, {\"at\": \"50%\", \"pays\": \"9\"}]"),
                        "commission.tier.order /rules/0/points/1"),
                fault(
                        "points that mix",
                        rule(
                                "curve",
                                "\"points\": [{\"at\": \"50%\", \"pays\": \"0\"}, {\"at\": \"90\", \"pays\": \"9\"}]"),
                        "commission.tier.bound /rules/0/points"),
                fault(
                        "a point of no target",
                        rule(
                                "curve",
                                "\"points\": [{\"at\": \"50%\", \"pays\": \"0\"}, {\"at\": \"90%\", \"pays\": \"9%\"}]"),
                        "commission.target.missing /rules/0/points/1/pays"),
                fault(
                        "a curve's target below nothing",
                        rule(
                                "curve",
                                "\"target\": \"-9\", \"points\": [{\"at\": \"50%\", \"pays\": \"0\"}, {\"at\": \"90%\", \"pays\": \"9%\"}]"),
                        "commission.amount.negative /rules/0/target"),
                fault(
                        "a SPIFF for none",
                        rule("spiff", "\"amount\": \"9\", \"n\": 0"),
                        "commission.spiff.count /rules/0/n"),
                fault(
                        "a SPIFF for the first none",
                        rule("spiff", "\"amount\": \"9\", \"first\": 0"),
                        "commission.spiff.count /rules/0/first"),
                fault("a SPIFF for one", rule("spiff", "\"amount\": \"9\", \"n\": 1, \"first\": 1")),
                fault(
                        "a SPIFF below nothing",
                        rule("spiff", "\"amount\": \"-9\""),
                        "commission.amount.negative /rules/0/amount"),
                fault(
                        "a residual below nothing",
                        rule("residual", "\"steps\": [{\"rate\": \"-1%\"}]"),
                        "commission.rate.negative /rules/0/steps/0/rate"),
                fault(
                        "months that fall",
                        rule(
                                "residual",
                                "\"steps\": [{\"upToMonth\": 12, \"rate\": \"2%\"}, {\"upToMonth\": 12, \"rate\": \"1%\"}]"),
                        "commission.tier.order /rules/0/steps/1/upToMonth"),
                fault(
                        "an override below nothing",
                        rule("override", "\"rate\": \"-1%\", \"mode\": \"amount\""),
                        "commission.rate.negative /rules/0/rate"),
                fault(
                        "a function that nobody registered",
                        rule("computed", "\"function\": \"magic\""),
                        "commission.function.unknown /rules/0/function"),
                fault(
                        "an amount beyond 63 bits",
                        rule(
                                "bonus",
                                "\"steps\": [{\"at\": \"100%\", \"pays\": \"" + BEYOND_LONG.replace(".08", "")
                                        + "00\"}]"),
                        "commission.amount.range /rules/0/steps/0/pays"),
                units("an amount for each unit", WorkedPlans.flat("flat", "seats", "12.50")),
                units(
                        "a share of units",
                        WorkedPlans.flat("flat", "seats", "5%"),
                        "commission.rate.unit /rules/0/rate"),
                units(
                        "a target on units",
                        "{\"kind\": \"tiered\", \"id\": \"it\", \"measure\": \"seats\", \"mode\": \"marginal\", \"target\": \"9\", \"tiers\": [{\"rate\": \"50%\"}]}",
                        "commission.tier.target /rules/0/target"));
    }

    static Stream<Arguments> adjusters() {
        return Stream.of(
                fault(
                        "a cap on a rule that is none",
                        after("cap", "\"limit\": \"9\", \"on\": [\"other\"]"),
                        "commission.rule.unknown /rules/1/on/0"),
                fault(
                        "a floor on a rule that is none",
                        after("floor", "\"amount\": \"9\", \"on\": [\"other\"]"),
                        "commission.rule.unknown /rules/1/on/0"),
                fault("a cap of nothing", after("cap", "\"limit\": \"0\"")),
                fault(
                        "a cap with too many decimals",
                        after("cap", "\"limit\": \"9.999\""),
                        "commission.cap.scale /rules/1/limit"),
                fault(
                        "a cap beyond 63 bits",
                        after("cap", "\"limit\": \"" + BEYOND_LONG + "\""),
                        "commission.cap.range /rules/1/limit"),
                fault("the largest cap", after("cap", "\"limit\": \"92233720368547758.07\"")),
                fault(
                        "a floor below nothing",
                        after("floor", "\"amount\": \"-1\""),
                        "commission.cap.negative /rules/1/amount"),
                fault(
                        "a floor above the cap",
                        after("floor", "\"amount\": \"9\"")
                                + ", {\"kind\": \"cap\", \"id\": \"cap\", \"limit\": \"8\"}",
                        "commission.floor.aboveCap /rules/2/limit"),
                fault(
                        "a floor that is the cap",
                        after("floor", "\"amount\": \"9\"")
                                + ", {\"kind\": \"cap\", \"id\": \"cap\", \"limit\": \"9\"}"),
                fault(
                        "a factor below nothing",
                        after("multiplier", "\"measure\": \"bookings\", \"tiers\": [{\"rate\": \"-1%\"}]"),
                        "commission.rate.negative /rules/1/tiers/0/rate"),
                fault(
                        "a factor of nothing",
                        after("multiplier", "\"measure\": \"bookings\", \"tiers\": [{\"rate\": \"0%\"}]")),
                fault(
                        "a factor that is an amount",
                        after("multiplier", "\"measure\": \"bookings\", \"tiers\": [{\"rate\": \"2\"}]"),
                        "commission.rate.unit /rules/1/tiers/0"),
                fault(
                        "a factor with a mode",
                        after(
                                "multiplier",
                                "\"measure\": \"bookings\", \"tiers\": [{\"rate\": \"2%\", \"mode\": \"retroactive\"}]"),
                        "commission.rate.unit /rules/1/tiers/0"),
                fault(
                        "a multiplier without tiers",
                        after("multiplier", "\"measure\": \"bookings\", \"tiers\": []"),
                        "commission.tier.none /rules/1/tiers"),
                fault(
                        "a multiplier on a rule that is none",
                        after(
                                "multiplier",
                                "\"measure\": \"bookings\", \"tiers\": [{\"rate\": \"2%\"}], \"on\": [\"other\"]"),
                        "commission.rule.unknown /rules/1/on/0"),
                fault(
                        "a weight below nothing",
                        after("weight", "\"share\": \"-1%\""),
                        "commission.rate.negative /rules/1/share"),
                fault("a weight of nothing", after("weight", "\"share\": \"0%\"")),
                fault(
                        "a weight on a rule that is none",
                        after("weight", "\"share\": \"1%\", \"on\": [\"other\"]"),
                        "commission.rule.unknown /rules/1/on/0"),
                fault(
                        "a marginal gate on a bonus",
                        rule("bonus", "\"steps\": [{\"at\": \"100%\", \"pays\": \"5\"}]") + ", "
                                + WorkedPlans.gate("50%", "marginal"),
                        "commission.gate.kind /rules/1/on"),
                fault(
                        "a marginal gate on interpolated tiers",
                        tiered("interpolated", "", "100%:5%", ":0%") + ", " + WorkedPlans.gate("50%", "marginal"),
                        "commission.gate.kind /rules/1/on"),
                fault(
                        "a marginal gate on deals that pay at their rate",
                        tiered("byCumulative", "", "100%:5%", ":9%") + ", " + WorkedPlans.gate("50%", "marginal"),
                        "commission.gate.kind /rules/1/on"));
    }

    static Stream<Arguments> settlers() {
        return Stream.of(
                fault(
                        "a draw below nothing",
                        after("draw", "\"amount\": \"-1\", \"every\": \"P1M\", \"recovery\": \"recoverable\""),
                        "commission.draw.negative /rules/1/amount"),
                fault(
                        "a draw without days",
                        after("draw", "\"amount\": \"1\", \"every\": \"P0D\", \"recovery\": \"recoverable\""),
                        "commission.draw.every /rules/1/every"),
                fault(
                        "a guarantee without days",
                        after("guarantee", "\"amount\": \"1\", \"every\": \"P0D\""),
                        "commission.draw.every /rules/1/every"),
                fault(
                        "nothing that is held back",
                        after(
                                "holdback",
                                "\"share\": \"0%\", \"release\": {\"kind\": \"event\", \"measure\": \"cash\"}"),
                        "commission.holdback.share /rules/1/share"),
                fault(
                        "all that is held back",
                        after(
                                "holdback",
                                "\"share\": \"100%\", \"release\": {\"kind\": \"event\", \"measure\": \"cash\"}")),
                fault(
                        "more than all that is held back",
                        after(
                                "holdback",
                                "\"share\": \"101%\", \"release\": {\"kind\": \"event\", \"measure\": \"cash\"}"),
                        "commission.holdback.share /rules/1/share"),
                fault(
                        "held back of a rule that is none",
                        after(
                                "holdback",
                                "\"share\": \"1%\", \"on\": [\"other\"], \"release\": {\"kind\": \"event\", \"measure\": \"cash\"}"),
                        "commission.rule.unknown /rules/1/on/0"),
                fault(
                        "a ladder without steps",
                        after("clawback", "\"mode\": \"ladder\""),
                        "commission.clawback.steps /rules/1/steps"),
                fault(
                        "a ladder that falls",
                        after(
                                "clawback",
                                "\"mode\": \"ladder\", \"steps\": [{\"upToMonth\": 6, \"rate\": \"100%\"}, {\"upToMonth\": 6, \"rate\": \"50%\"}]"),
                        "commission.clawback.steps /rules/1/steps/1"),
                fault(
                        "a ladder from month nothing",
                        after("clawback", "\"mode\": \"ladder\", \"steps\": [{\"upToMonth\": 0, \"rate\": \"100%\"}]"),
                        "commission.clawback.steps /rules/1/steps/0"),
                fault(
                        "a ladder that takes back more than all",
                        after("clawback", "\"mode\": \"ladder\", \"steps\": [{\"upToMonth\": 6, \"rate\": \"101%\"}]"),
                        "commission.clawback.steps /rules/1/steps/0"),
                fault(
                        "a ladder that takes back nothing",
                        after("clawback", "\"mode\": \"ladder\", \"steps\": [{\"upToMonth\": 6, \"rate\": \"0%\"}]")),
                fault(
                        "pro rata of no months",
                        after("clawback", "\"mode\": \"proRata\""),
                        "commission.clawback.months /rules/1/months"),
                fault(
                        "pro rata of zero months",
                        after("clawback", "\"mode\": \"proRata\", \"months\": 0"),
                        "commission.clawback.months /rules/1/months"),
                fault("pro rata of one month", after("clawback", "\"mode\": \"proRata\", \"months\": 1")),
                fault(
                        "two clawbacks",
                        after("clawback", "\"mode\": \"recalculate\"")
                                + ", {\"kind\": \"clawback\", \"id\": \"too\", \"mode\": \"recalculate\"}",
                        "commission.clawback.several /rules/1",
                        "commission.clawback.several /rules/2"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"tiers", "tables", "payers", "adjusters", "settlers"})
    void aFaultIsFoundWhereItIs(String what, String more, String rules, List<String> expected) {
        assertThat(found(more, rules)).as(what).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("measures")
    void aFaultyMeasureIsFoundWhereItIs(String what, String measures, List<String> expected) {
        assertThat(found(", \"measures\": [" + measures + "]", FLAT)).as(what).isEqualTo(expected);
    }

    static Stream<Arguments> measures() {
        return Stream.of(
                arguments(
                        "two of one name",
                        "{\"id\": \"seats\"}, {\"id\": \"seats\"}",
                        List.of("commission.measure.duplicate /measures/1/id")),
                arguments(
                        "a function that nobody registered",
                        "{\"id\": \"seats\", \"function\": \"magic\"}",
                        List.of("commission.function.unknown /measures/0/function")));
    }
}
