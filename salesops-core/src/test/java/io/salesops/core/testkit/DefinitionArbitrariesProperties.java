package io.salesops.core.testkit;

import io.salesops.core.io.CrmImporter;
import io.salesops.core.io.CrmMapping;
import io.salesops.core.match.Deduplicator;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.MergePlanner;
import io.salesops.core.match.Survivorship;
import io.salesops.core.pipeline.MetricQuery;
import io.salesops.core.pipeline.PipelineMeter;
import io.salesops.core.process.ProcessAuditor;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.quality.QualityChecker;
import io.salesops.core.quality.QualityRules;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DefinitionArbitrariesProperties {
    private static final PipelineMeter METER = PipelineMeter.of(SalesProcess.builder()
            .id("any")
            .version("1")
            .addStages(io.salesops.core.process.Stage.builder()
                    .id("Open")
                    .category(io.salesops.core.process.ForecastCategory.PIPELINE)
                    .probability(io.salesops.core.money.Rate.ZERO)
                    .build())
            .build());

    @Property(tries = 300)
    void generatedDefinitionsAreSound(
            @ForAll("processes") SalesProcess process,
            @ForAll("rules") QualityRules rules,
            @ForAll("models") MatchModel model,
            @ForAll("survivorships") Survivorship survivorship,
            @ForAll("mappings") CrmMapping mapping,
            @ForAll("queries") MetricQuery query) {
        NearlyValid.isSound(process, ProcessAuditor::check);
        NearlyValid.isSound(rules, QualityChecker::check);
        NearlyValid.isSound(model, Deduplicator::check);
        NearlyValid.isSound(survivorship, MergePlanner::check);
        NearlyValid.isSound(mapping, CrmImporter::check);
        NearlyValid.isSound(query, METER::check);
    }

    @Property(tries = 300)
    void aPlantedFaultOfAProcessIsFound(@ForAll("nearlyProcesses") NearlyValid<SalesProcess> process) {
        process.isFoundBy(ProcessAuditor::check);
    }

    @Property(tries = 300)
    void aPlantedFaultOfQualityRulesIsFound(@ForAll("nearlyRules") NearlyValid<QualityRules> rules) {
        rules.isFoundBy(QualityChecker::check);
    }

    @Property(tries = 500)
    void aPlantedFaultOfAModelIsFound(@ForAll("nearlyModels") NearlyValid<MatchModel> model) {
        model.isFoundBy(Deduplicator::check);
    }

    @Property(tries = 100)
    void aPlantedFaultOfASurvivorshipIsFound(@ForAll("nearlySurvivorships") NearlyValid<Survivorship> survivorship) {
        survivorship.isFoundBy(MergePlanner::check);
    }

    @Property(tries = 500)
    void aPlantedFaultOfAMappingIsFound(@ForAll("nearlyMappings") NearlyValid<CrmMapping> mapping) {
        mapping.isFoundBy(CrmImporter::check);
    }

    @Property(tries = 100)
    void aPlantedFaultOfAQueryIsFound(@ForAll("nearlyQueries") NearlyValid<MetricQuery> query) {
        query.isFoundBy(METER::check);
    }

    @Provide
    Arbitrary<SalesProcess> processes() {
        return ProcessArbitraries.salesProcesses();
    }

    @Provide
    Arbitrary<QualityRules> rules() {
        return QualityArbitraries.qualityRules();
    }

    @Provide
    Arbitrary<MatchModel> models() {
        return MatchArbitraries.models();
    }

    @Provide
    Arbitrary<Survivorship> survivorships() {
        return MatchArbitraries.survivorships();
    }

    @Provide
    Arbitrary<CrmMapping> mappings() {
        return MappingArbitraries.crmMappings();
    }

    @Provide
    Arbitrary<MetricQuery> queries() {
        return PipelineArbitraries.metricQueries();
    }

    @Provide
    Arbitrary<NearlyValid<SalesProcess>> nearlyProcesses() {
        return ProcessArbitraries.nearlyValidSalesProcesses();
    }

    @Provide
    Arbitrary<NearlyValid<QualityRules>> nearlyRules() {
        return QualityArbitraries.nearlyValidQualityRules();
    }

    @Provide
    Arbitrary<NearlyValid<MatchModel>> nearlyModels() {
        return MatchArbitraries.nearlyValidModels();
    }

    @Provide
    Arbitrary<NearlyValid<Survivorship>> nearlySurvivorships() {
        return MatchArbitraries.nearlyValidSurvivorships();
    }

    @Provide
    Arbitrary<NearlyValid<CrmMapping>> nearlyMappings() {
        return MappingArbitraries.nearlyValidCrmMappings();
    }

    @Provide
    Arbitrary<NearlyValid<MetricQuery>> nearlyQueries() {
        return PipelineArbitraries.nearlyValidMetricQueries();
    }
}
