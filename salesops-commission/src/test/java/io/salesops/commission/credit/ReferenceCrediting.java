package io.salesops.commission.credit;

import com.google.common.base.Splitter;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.RepId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Direct credits of events that reverse none, written down from the rules' words: slowly, with fractions of big integers. */
final class ReferenceCrediting {

    /** A fraction; deliberately not the library's. */
    record Fraction(BigInteger top, BigInteger bottom) {
        static Fraction of(long top, long bottom) {
            return new Fraction(BigInteger.valueOf(top), BigInteger.valueOf(bottom));
        }

        Fraction times(Fraction other) {
            return new Fraction(top.multiply(other.top), bottom.multiply(other.bottom));
        }

        Fraction minus(Fraction other) {
            return new Fraction(
                    top.multiply(other.bottom).subtract(other.top.multiply(bottom)), bottom.multiply(other.bottom));
        }

        int compareTo(Fraction other) {
            return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
        }
    }

    private record Claim(String payee, String rule, Fraction share) {}

    private ReferenceCrediting() {}

    /** Cents by line, rule and payee; what nobody has under an empty rule and payee. */
    static Map<String, Long> cents(CreditRules rules, SalesOrg org, CreditEvent event) {
        Map<String, Long> all = new TreeMap<>();
        if (event.lines().isEmpty()) {
            item(rules, org, new CreditItem(event, Optional.empty()), "", all);
        }
        for (EventLine line : event.lines()) {
            item(rules, org, new CreditItem(event, Optional.of(line)), line.id(), all);
        }
        return all;
    }

    private static void item(CreditRules rules, SalesOrg org, CreditItem item, String line, Map<String, Long> all) {
        long cents = Amounts.number(item.amount()).movePointRight(2).longValueExact();
        for (CreditRule rule : rules.rules()) {
            if (rule instanceof CreditRule.Exclude && rule.when().test(item) == Truth.TRUE) {
                all.put(line + "||", cents);
                return;
            }
        }
        List<CreditRule.Split> splits = new ArrayList<>();
        for (CreditRule rule : rules.rules()) {
            if (rule instanceof CreditRule.Split split && rule.when().test(item) == Truth.TRUE) {
                splits.add(split);
            }
        }
        splits.sort(Comparator.comparing(CreditRule.Split::priority));
        List<Claim> claims = new ArrayList<>();
        Fraction rest = Fraction.of(1, 1);
        for (CreditRule.Split split : splits) {
            Map<String, Fraction> shares = shares(split, org, item.event());
            if (shares.isEmpty() || rest.compareTo(Fraction.of(0, 1)) == 0) {
                continue;
            }
            Fraction claimed = rest.times(fraction(split.claims()));
            shares.forEach((payee, share) -> claims.add(new Claim(payee, split.id(), claimed.times(share))));
            rest = rest.minus(claimed);
        }
        if (rest.compareTo(Fraction.of(0, 1)) > 0) {
            claims.add(new Claim("", "", rest));
        }
        divide(cents, claims).forEach((claim, part) -> all.put(line + "|" + claim.rule + "|" + claim.payee, part));
    }

    private static Map<String, Fraction> shares(CreditRule.Split split, SalesOrg org, CreditEvent event) {
        Map<String, Fraction> shares = new TreeMap<>();
        if (split.to() instanceof Recipients.Shares fixed) {
            fixed.shares().forEach((payee, share) -> shares.put(payee.value(), fraction(share)));
        } else if (split.to() instanceof Recipients.Owner) {
            shares.put(event.owner().orElseThrow().value(), Fraction.of(1, 1));
        } else if (split.to() instanceof Recipients.DealSplit) {
            event.split().forEach((payee, share) -> shares.put(payee.value(), fraction(share)));
        } else {
            List<RepId> members = org.teams().get(0).members().stream()
                    .map(member -> member.rep())
                    .toList();
            members.forEach(rep -> shares.put(rep.value(), Fraction.of(1, members.size())));
        }
        return shares;
    }

    private static Fraction fraction(Rate rate) {
        return new Fraction(rate.value().numerator(), rate.value().denominator());
    }

    /** Whole cents down, then one more to each of those with the largest rest, the larger share, the smaller name. */
    private static Map<Claim, Long> divide(long cents, List<Claim> claims) {
        long magnitude = Math.abs(cents);
        Map<Claim, Long> parts = new HashMap<>();
        Map<Claim, Fraction> rests = new HashMap<>();
        long given = 0;
        for (Claim claim : claims) {
            BigInteger[] whole =
                    claim.share.top.multiply(BigInteger.valueOf(magnitude)).divideAndRemainder(claim.share.bottom);
            parts.put(claim, whole[0].longValueExact());
            rests.put(claim, new Fraction(whole[1], claim.share.bottom));
            given += whole[0].longValueExact();
        }
        List<Claim> order = new ArrayList<>(claims);
        order.sort((one, other) -> {
            int byRest = rest(rests, other).compareTo(rest(rests, one));
            int byShare = other.share.compareTo(one.share);
            return byRest != 0
                    ? byRest
                    : byShare != 0 ? byShare : (one.payee + "\0" + one.rule).compareTo(other.payee + "\0" + other.rule);
        });
        for (int i = 0; given < magnitude; i++, given++) {
            parts.merge(order.get(i), 1L, Long::sum);
        }
        if (cents < 0) {
            parts.replaceAll((claim, part) -> -part);
        }
        return parts;
    }

    private static Fraction rest(Map<Claim, Fraction> rests, Claim claim) {
        return rests.getOrDefault(claim, Fraction.of(0, 1));
    }

    /** The same of the engine's credits. */
    static Map<String, Long> cents(EventCredits credits) {
        Map<String, Long> all = new TreeMap<>();
        for (Credit credit : credits.credits()) {
            if (credit.role() == Credit.Role.DIRECT) {
                List<String> parts = Splitter.on('/').splitToList(credit.id().value());
                String line = parts.size() == 4 ? parts.get(1) : "";
                all.merge(
                        line + "|" + parts.get(parts.size() - 2) + "|" + parts.get(parts.size() - 1),
                        cents(credit),
                        Long::sum);
            }
        }
        for (Uncredited each : credits.uncredited()) {
            all.merge(
                    each.line().orElse("") + "||",
                    Amounts.number(each.amount()).movePointRight(2).longValueExact(),
                    Long::sum);
        }
        return all;
    }

    static long cents(Credit credit) {
        return number(credit).movePointRight(2).longValueExact();
    }

    static BigDecimal number(Credit credit) {
        return Amounts.number(credit.amount());
    }
}
