package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.DocumentSchema;
import java.util.List;

/** Finds what is wrong with rules of lead-to-account matching. */
final class LeadRulesCheck {
    private static final double LOW = 0.8;

    private LeadRulesCheck() {}

    static ImmutableList<Finding> of(LeadMatchingRules rules) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        String schema = DocumentSchema.of(LeadMatchingRules.class);
        if (!rules.schema().equals(schema)) {
            findings.add(Finding.error("match.model.schema", "/schema", "schema is '" + rules.schema() + "'")
                    .maybe("Maybe it should read " + schema + "."));
        }
        if (!(rules.closeName() > 0 && rules.closeName() <= 1)) {
            findings.add(Finding.error(
                            "match.closeName.range",
                            "/closeName",
                            "closeName must be above 0 and at most 1: " + rules.closeName())
                    .maybe("Maybe 0.9."));
        } else if (rules.closeName() < LOW) {
            findings.add(Finding.warning(
                            "match.closeName.low",
                            "/closeName",
                            "names of similarity " + rules.closeName() + " are often those of two companies")
                    .maybe("Maybe 0.9."));
        }
        if (rules.evidence().isEmpty()) {
            findings.add(Finding.info(
                    "match.evidence.none", "/evidence", "nothing confirms a close name: only exact names match"));
        }
        repeated(rules.evidence(), "/evidence", "match.evidence.twice", findings);
        repeated(rules.tieBreakers(), "/tieBreakers", "match.tieBreaker.twice", findings);
        tieBreakers(rules.tieBreakers(), findings);
        return findings.build();
    }

    private static void repeated(List<?> values, String path, String code, ImmutableList.Builder<Finding> findings) {
        for (int i = 0; i < values.size(); i++) {
            if (values.indexOf(values.get(i)) < i) {
                findings.add(Finding.error(code, path + "/" + i, "stands there twice: " + values.get(i))
                        .maybe("Maybe remove the second; it parts nothing."));
            }
        }
    }

    private static void tieBreakers(List<TieBreaker> tieBreakers, ImmutableList.Builder<Finding> findings) {
        for (int i = 0; i < tieBreakers.size(); i++) {
            TieBreaker tieBreaker = tieBreakers.get(i);
            boolean needs = tieBreaker.prefer() == TieBreaker.Preference.MEETS;
            if (needs != tieBreaker.when().isPresent()) {
                findings.add(Finding.error(
                                "match.tieBreaker.condition",
                                "/tieBreakers/" + i + "/when",
                                needs
                                        ? "'meets' has no condition"
                                        : "only 'meets' has a condition: "
                                                + tieBreaker
                                                        .when()
                                                        .orElseThrow()
                                                        .words())
                        .maybe("Maybe {\"prefer\": \"meets\", \"when\": ...}."));
            }
        }
        int top = numberOf(tieBreakers, TieBreaker.Preference.TOP_OF_GROUP);
        int bottom = numberOf(tieBreakers, TieBreaker.Preference.BOTTOM_OF_GROUP);
        if (top >= 0 && bottom >= 0) {
            findings.add(Finding.warning(
                            "match.tieBreaker.unreached",
                            "/tieBreakers/" + Math.max(top, bottom),
                            "top and bottom of a group: the second never parts what the first leaves")
                    .maybe("Maybe remove one of them."));
        }
    }

    private static int numberOf(List<TieBreaker> tieBreakers, TieBreaker.Preference prefer) {
        return tieBreakers.indexOf(TieBreaker.of(prefer));
    }
}
