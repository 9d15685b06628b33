package io.salesops.quote.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.testkit.Members;
import io.salesops.core.testkit.NearlyValid;
import io.salesops.core.testkit.NearlyValid.Flaw;
import io.salesops.core.testkit.TimeArbitraries;
import io.salesops.quote.compliance.CheckResult;
import io.salesops.quote.compliance.ComplianceChecker;
import io.salesops.quote.compliance.ComplianceReport;
import io.salesops.quote.compliance.Consequence;
import io.salesops.quote.compliance.PolicyCheck;
import io.salesops.quote.compliance.PolicyPack;
import io.salesops.quote.pricing.PricedQuote;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of policy packs, sound and nearly so, and of reports by them. */
public final class ComplianceArbitraries {
    private static final ImmutableList<String> PERCENT = ImmutableList.of("discount.line", "discount.blended");
    private static final ImmutableList<String> NUMBER =
            ImmutableList.of("payment.days", "term.months", "quote.validity");
    private static final ImmutableList<String> WITHOUT = ImmutableList.of("price.floor", "line.free", "quote.validity");

    private ComplianceArbitraries() {}

    /**
     * A priced quote and the pack that it is checked by.
     *
     * @param pack the pack
     * @param quote the quote
     */
    public record CheckedQuote(PolicyPack pack, PricedQuote quote) {}

    /** Priced quotes and packs. */
    public static Arbitrary<CheckedQuote> checkedQuotes() {
        return Combinators.combine(policyPacks(), PricingArbitraries.pricedQuotes())
                .as(CheckedQuote::new);
    }

    /** Checks of each kind, with up to three levels of approval. */
    public static Arbitrary<PolicyCheck> policyChecks() {
        Arbitrary<PolicyCheck> checks = Arbitraries.oneOf(
                checks(PERCENT, limits("%")),
                checks(NUMBER, limits("")),
                checks(WITHOUT, Arbitraries.just(ImmutableMap.of())));
        return Combinators.combine(checks, CrmArbitraries.names().optional(0.3)).as(PolicyCheck::withNote);
    }

    private static Arbitrary<PolicyCheck> checks(
            ImmutableList<String> names, Arbitrary<ImmutableMap<String, String>> limits) {
        return Combinators.combine(
                        Arbitraries.of("LINE", "QUOTE", "TERMS"),
                        Arbitraries.of(names),
                        Arbitraries.of(Consequence.class),
                        Arbitraries.of("desk", "法務"),
                        limits)
                .as((id, check, consequence, owner, bounds) -> PolicyCheck.builder()
                        .id(id)
                        .check(check)
                        .consequence(consequence)
                        .owner(owner)
                        .limits(bounds)
                        .build());
    }

    private static Arbitrary<ImmutableMap<String, String>> limits(String unit) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(true, false))
                .as((least, step, levels, bounded) -> {
                    ImmutableMap.Builder<String, String> limits = ImmutableMap.builder();
                    if (bounded) {
                        limits.put("min", least + unit);
                    }
                    ImmutableList<String> names = ImmutableList.of("max", "manager", "director");
                    for (int level = 0; level < levels; level++) {
                        limits.put(names.get(level), least + level * (step + 1) + unit);
                    }
                    return limits.buildOrThrow();
                });
    }

    /** Packs of up to five checks. */
    public static Arbitrary<PolicyPack> policyPacks() {
        return Combinators.combine(
                        policyChecks().list().ofMaxSize(5),
                        TimeArbitraries.ranges(),
                        CrmArbitraries.names().optional(0.3))
                .as((checks, effective, note) -> {
                    PolicyPack.Builder pack = PolicyPack.builder()
                            .id("generated")
                            .version("1")
                            .effective(effective)
                            .note(note);
                    for (int i = 0; i < checks.size(); i++) {
                        pack.addChecks(checks.get(i).withId("C-" + i));
                    }
                    return pack.build();
                });
    }

    /** Reports on {@link #checkedQuotes()}. */
    public static Arbitrary<ComplianceReport> complianceReports() {
        return Combinators.combine(checkedQuotes(), PricingArbitraries.asOf())
                .as((checked, asOf) -> ComplianceChecker.of(checked.pack()).check(checked.quote(), asOf));
    }

    /** Results of single checks. */
    public static Arbitrary<CheckResult> checkResults() {
        return Members.of(complianceReports().map(ComplianceReport::results));
    }

    /** Breaches that reports found. */
    public static Arbitrary<ComplianceReport.Breach> breaches() {
        return Members.of(complianceReports().map(ComplianceReport::breaches));
    }

    /** Packs with one fault. */
    public static Arbitrary<NearlyValid<PolicyPack>> nearlyValidPolicyPacks() {
        PolicyCheck line = PolicyCheck.builder()
                .id("new")
                .check("discount.line")
                .consequence(Consequence.APPROVAL)
                .owner("desk")
                .putLimits("max", "15%")
                .build();
        return NearlyValid.from(
                policyPacks(),
                ImmutableList.of(
                        flaw("compliance.check.duplicate", line, line),
                        flaw("compliance.check.unknown", line.withCheck("discount.lien")),
                        flaw("compliance.check.owner", line.withOwner(" ")),
                        flaw("compliance.limit.unexpected", line.withCheck("price.floor")),
                        flaw("compliance.limit.missing", line.withLimits(ImmutableMap.of())),
                        flaw(
                                "compliance.limit.conflict",
                                line.withLimits(ImmutableMap.of("max", "15%", "manager", "15%"))),
                        flaw("compliance.limit.order", line.withLimits(ImmutableMap.of("min", "20%", "max", "15%"))),
                        flaw("compliance.limit.invalid", line.withLimits(ImmutableMap.of("max", "fifteen")))));
    }

    private static Flaw<PolicyPack> flaw(String code, PolicyCheck... checks) {
        return new Flaw<>(
                code, pack -> PolicyPack.builder().from(pack).addChecks(checks).build());
    }
}
