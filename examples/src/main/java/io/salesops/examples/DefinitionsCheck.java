package io.salesops.examples;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.core.finding.Finding;
import io.salesops.core.io.CrmImporter;
import io.salesops.core.io.RecordKind;
import io.salesops.core.match.MergePlanner;
import io.salesops.core.process.ProcessAuditor;
import io.salesops.core.quality.QualityChecker;
import io.salesops.core.quality.QualityRules;
import io.salesops.examples.CrmFiles.MappedFile;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.compliance.ComplianceChecker;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.pricing.QuotePricer;
import io.salesops.territory.assign.AccountAssigner;
import io.salesops.territory.design.TerritoryDesigner;
import java.util.List;
import java.util.Optional;

/** Asks every engine what is wrong with its part of a mapping, so that a run does not stop half-way for it. */
final class DefinitionsCheck {
    private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();

    private DefinitionsCheck() {}

    /** Returns what is wrong with a mapping or worth a second look, with paths into the mapping. */
    static ImmutableList<Finding> of(LeadToCashMapping mapping) {
        DefinitionsCheck check = new DefinitionsCheck();
        check.files(mapping.files());
        check.under("/process", ProcessAuditor.check(mapping.process()));
        check.definitions(mapping.definitions());
        check.pricing(mapping.definitions());
        return check.findings.build();
    }

    private void files(CrmFiles files) {
        file("accounts", RecordKind.ACCOUNT, files.accounts());
        file("contacts", RecordKind.CONTACT, files.contacts());
        file("leads", RecordKind.LEAD, files.leads());
        file("opportunities", RecordKind.OPPORTUNITY, files.opportunities());
        file("products", RecordKind.PRODUCT, files.products());
        file("reps", RecordKind.REP, files.reps());
    }

    private void file(String name, RecordKind kind, Optional<MappedFile> file) {
        String path = "/files/" + name + "/mapping";
        file.map(MappedFile::mapping).ifPresent(mapping -> {
            under(path, CrmImporter.check(mapping));
            if (mapping.into() != kind) {
                findings.add(Finding.error(
                                "example.mapping.into",
                                path + "/into",
                                "the file of " + name + " is mapped into " + mapping.into())
                        .maybe("Maybe the mapping belongs to another file."));
            }
        });
    }

    private void definitions(Definitions definitions) {
        rules("accountRules", QualityRules.Subject.ACCOUNT, definitions.accountRules());
        rules("opportunityRules", QualityRules.Subject.OPPORTUNITY, definitions.opportunityRules());
        under("/definitions/survivorship", MergePlanner.check(definitions.survivorship()));
        definitions.assignment().ifPresent(rules -> under("/definitions/assignment", AccountAssigner.check(rules)));
        definitions
                .territories()
                .ifPresent(problem -> under(
                        "/definitions/territories",
                        TerritoryDesigner.check(DesignTerritories.weighed(problem, town -> 1L))));
        definitions.policyPack().ifPresent(pack -> under("/definitions/policyPack", ComplianceChecker.check(pack)));
        definitions
                .commissionPlan()
                .ifPresent(plan -> under("/definitions/commissionPlan", CommissionCalculator.check(plan)));
    }

    private void rules(String name, QualityRules.Subject subject, Optional<QualityRules> rules) {
        String path = "/definitions/" + name;
        rules.ifPresent(document -> {
            under(path, QualityChecker.check(document));
            if (document.on() != subject) {
                findings.add(
                        Finding.error("example.rules.subject", path + "/on", name + " are rules on " + document.on()));
            }
        });
    }

    /** The pricer checks three documents at once: what it says with and without the price book tells whose a finding is. */
    private void pricing(Definitions definitions) {
        if (definitions.catalog().isEmpty()
                || definitions.pricingPolicy().isEmpty()
                || definitions.priceBook().isEmpty()) {
            return;
        }
        Catalog catalog = definitions.catalog().orElseThrow();
        PricingPolicy policy = definitions.pricingPolicy().orElseThrow();
        List<Finding> withoutBook = QuotePricer.check(catalog, policy);
        for (Finding finding :
                QuotePricer.check(catalog, policy, definitions.priceBook().orElseThrow())) {
            String document = !withoutBook.contains(finding)
                    ? "priceBook"
                    : finding.path().startsWith("/offerings") ? "catalog" : "pricingPolicy";
            under("/definitions/" + document, List.of(finding));
        }
    }

    private void under(String path, List<Finding> ofPart) {
        ofPart.forEach(finding -> findings.add(finding.withPath(path + finding.path())));
    }
}
