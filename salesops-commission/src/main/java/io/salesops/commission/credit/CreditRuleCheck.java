package io.salesops.commission.credit;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds what is wrong with one crediting rule; one object for each rule. */
final class CreditRuleCheck implements CreditRule.Cases<ImmutableList<Finding>> {
    private final String path;
    private final List<Finding> findings = new ArrayList<>();

    CreditRuleCheck(String path) {
        this.path = path;
    }

    @Override
    public ImmutableList<Finding> split(CreditRule.Split split) {
        if (split.claims().signum() <= 0 || split.claims().compareTo(Rate.ONE) > 0) {
            error(
                    "commission.credit.claims",
                    path + "/claims",
                    "split " + split.id() + " must claim more than 0% and at most 100%: " + split.claims(),
                    "Maybe it is an overlay.");
        }
        if (split.to() instanceof Recipients.Shares shares) {
            notNegative(shares.shares(), split.id(), "/to/shares");
            Rate sum = sum(shares.shares());
            if (sum.compareTo(Rate.ONE) != 0) {
                error(
                        "commission.credit.shares",
                        path + "/to/shares",
                        "shares of split " + split.id() + " must sum to 100%: they make " + sum,
                        "Maybe what is above belongs into an overlay, or the split should claim " + sum + ".");
            }
        }
        return ImmutableList.copyOf(findings);
    }

    @Override
    public ImmutableList<Finding> overlay(CreditRule.Overlay overlay) {
        notNegative(overlay.shares(), overlay.id(), "/shares");
        if (overlay.shares().isEmpty()) {
            error(
                    "commission.credit.shares",
                    path + "/shares",
                    "overlay " + overlay.id() + " names nobody",
                    "Maybe a share is missing.");
        }
        return ImmutableList.copyOf(findings);
    }

    @Override
    public ImmutableList<Finding> exclude(CreditRule.Exclude exclude) {
        if (exclude.reason().isBlank()) {
            error(
                    "commission.credit.reason",
                    path + "/reason",
                    "exclusion " + exclude.id() + " must say why: '" + exclude.reason() + "'",
                    "Maybe it is an internal deal.");
        }
        return ImmutableList.copyOf(findings);
    }

    private void notNegative(Map<PayeeId, Rate> shares, String rule, String at) {
        new TreeMap<>(shares).forEach((payee, share) -> {
            if (share.signum() < 0) {
                findings.add(negative(rule, payee.value(), share, path + at + "/" + payee));
            }
        });
    }

    static Finding negative(String rule, String who, Rate share, String at) {
        return Finding.error(
                        "commission.credit.negative",
                        at,
                        "share of " + who + " in " + rule + " must not be negative: " + share)
                .maybe("Maybe the sign is wrong; what is taken back is a negative event.");
    }

    static Rate sum(Map<PayeeId, Rate> shares) {
        Rate sum = Rate.ZERO;
        for (Rate share : shares.values()) {
            sum = sum.plus(share);
        }
        return sum;
    }

    private void error(String code, String at, String message, String remedy) {
        findings.add(Finding.error(code, at, message).maybe(remedy));
    }
}
