package io.salesops.commission.credit;

import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RoundingPolicy;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.money.MonetaryAmount;

/** Finds what keeps one event from being credited, whatever the rules. */
final class EventCheck {
    private final CreditEvent event;
    private final List<Finding> findings;
    private final String path;

    private EventCheck(CreditEvent event, List<Finding> findings) {
        this.event = event;
        this.findings = findings;
        path = "/events/" + event.id();
    }

    static void check(CreditEvent event, RoundingPolicy rounding, List<Finding> findings) {
        EventCheck check = new EventCheck(event, findings);
        String currency = event.amount().getCurrency().getCurrencyCode();
        if (rounding.scale().isEmpty() && event.amount().getCurrency().getDefaultFractionDigits() < 0) {
            check.error(
                    "commission.event.scale",
                    "/amount",
                    event.amount() + " is in a currency without minor units",
                    "Maybe state the scale in the rules' rounding.");
            return;
        }
        check.amounts(rounding.scaleOf(event.amount().getCurrency()), currency);
        check.lines();
        check.split();
    }

    private void amounts(int scale, String currency) {
        amount(event.amount(), scale, currency, "/amount");
        event.margin().ifPresent(margin -> amount(margin, scale, currency, "/margin"));
        for (EventLine line : event.lines()) {
            amount(line.amount(), scale, currency, "/lines/" + line.id() + "/amount");
            line.margin().ifPresent(margin -> amount(margin, scale, currency, "/lines/" + line.id() + "/margin"));
        }
    }

    private void amount(MonetaryAmount amount, int scale, String currency, String at) {
        if (!amount.getCurrency().getCurrencyCode().equals(currency)) {
            error(
                    "commission.event.currency",
                    at,
                    amount + " is not in the currency of the event, " + currency,
                    "Maybe convert it first.");
        }
        if (Amounts.number(amount).stripTrailingZeros().scale() > scale) {
            error(
                    "commission.event.scale",
                    at,
                    amount + " has more than " + scale + " decimals",
                    "Maybe round it by a policy first, or state the scale in the rules' rounding.");
        }
    }

    private void lines() {
        if (event.lines().isEmpty()) {
            return;
        }
        Set<String> ids = new HashSet<>();
        boolean sameCurrency = true;
        for (EventLine line : event.lines()) {
            if (!ids.add(line.id())) {
                error(
                        "commission.event.line",
                        "/lines/" + line.id(),
                        "line id " + line.id() + " occurs twice",
                        "Maybe a line was loaded twice.");
            }
            sameCurrency &= line.amount()
                    .getCurrency()
                    .getCurrencyCode()
                    .equals(event.amount().getCurrency().getCurrencyCode());
        }
        if (sameCurrency) {
            MonetaryAmount sum = Amounts.sum(
                    event.lines().stream().map(EventLine::amount).toList(),
                    event.amount().getCurrency());
            if (Amounts.number(sum).compareTo(Amounts.number(event.amount())) != 0) {
                error(
                        "commission.event.lines",
                        "/lines",
                        "lines sum to " + sum + ", not to " + event.amount(),
                        "Maybe a line is missing.");
            }
        }
    }

    private void split() {
        if (event.split().isEmpty()) {
            return;
        }
        new TreeMap<>(event.split()).forEach((payee, share) -> {
            if (share.signum() < 0) {
                error(
                        "commission.credit.negative",
                        "/split/" + payee,
                        "share of " + payee + " must not be negative: " + share,
                        "Maybe the sign is wrong.");
            }
        });
        Rate sum = CreditRuleCheck.sum(event.split());
        if (sum.compareTo(Rate.ONE) != 0) {
            error(
                    "commission.event.split",
                    "/split",
                    "shares of the deal must sum to 100%: they make " + sum,
                    "Maybe somebody is missing.");
        }
    }

    private void error(String code, String at, String problem, String remedy) {
        findings.add(Finding.error(code, path + at, "event " + event.id() + ": " + problem)
                .withEvidence(Map.of("event", event.id().value()))
                .maybe(remedy));
    }
}
