package io.salesops.core.pipeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.ListPrices;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.Product;
import io.salesops.core.io.CrmImporter;
import io.salesops.core.io.CrmMapping;
import io.salesops.core.io.RecordKind;
import io.salesops.core.money.Rate;
import io.salesops.core.process.ForecastCategory;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.Stage;
import io.salesops.core.testdata.SharedData;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Map;

/** The published CRM export, read through the importer with a mapping as a user would write it. */
public final class MavenDeals {
    private static final String FOLDER = "core/maven_crm/";

    private MavenDeals() {}

    /** Two open stages, won and lost. */
    public static SalesProcess process() {
        return SalesProcess.builder()
                .id("maven")
                .version("1")
                .addStages(stage("Prospecting", ForecastCategory.PIPELINE, 10, "Engaging", "Lost"))
                .addStages(stage("Engaging", ForecastCategory.BEST_CASE, 50, "Won", "Lost"))
                .addStages(stage("Won", ForecastCategory.CLOSED, 100))
                .addStages(stage("Lost", ForecastCategory.OMITTED, 0))
                .build();
    }

    private static Stage stage(String id, ForecastCategory category, long percent, String... next) {
        return Stage.builder()
                .id(id)
                .category(category)
                .probability(Rate.ofPercent(percent))
                .addNext(next)
                .build();
    }

    private static CrmMapping.Builder mapping(RecordKind kind, Map<String, String> columns) {
        return CrmMapping.builder()
                .id("maven")
                .version("1")
                .into(kind)
                .putAllColumns(columns)
                .currency("USD");
    }

    /** The seven products. */
    public static ImmutableList<Product> products() {
        CrmMapping mapping = mapping(
                        RecordKind.PRODUCT, Map.of("product", "name", "series", "family", "sales_price", "listPrice"))
                .ids("name")
                .build();
        try (Reader reader = Files.newBufferedReader(SharedData.file(FOLDER + "products.csv"))) {
            return ImmutableList.copyOf(
                    CrmImporter.of(mapping).products("products.csv", reader).records());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The region of each agent. */
    public static ImmutableMap<String, String> regions() {
        CrmMapping mapping = mapping(
                        RecordKind.REP, Map.of("sales_agent", "name", "manager", "team", "regional_office", "region"))
                .ids("name")
                .build();
        try (Reader reader = Files.newBufferedReader(SharedData.file(FOLDER + "sales_teams.csv"))) {
            return CrmImporter.of(mapping).reps("sales_teams.csv", reader).records().stream()
                    .collect(ImmutableMap.toImmutableMap(
                            rep -> rep.id().value(), rep -> rep.region().orElse("")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The deals as they stand in the file. */
    public static ImmutableList<Opportunity> raw() {
        return deals(ImmutableMap.of());
    }

    /** The deals with the product that is written in two ways under one name, and with list prices. */
    public static ImmutableList<Opportunity> priced() {
        return ListPrices.of(products())
                .applyTo(deals(ImmutableMap.of("GTXPro", "GTX Pro")))
                .deals();
    }

    private static ImmutableList<Opportunity> deals(ImmutableMap<String, String> products) {
        CrmMapping.Builder mapping = mapping(
                        RecordKind.OPPORTUNITY,
                        Map.of(
                                "opportunity_id", "id",
                                "sales_agent", "owner",
                                "product", "product",
                                "account", "account",
                                "deal_stage", "stage",
                                "engage_date", "engagedOn",
                                "close_date", "closeDate",
                                "close_value", "amount"))
                .dates("yyyy-MM-dd");
        if (!products.isEmpty()) {
            mapping.putAliases("product", products);
        }
        try (Reader reader = Files.newBufferedReader(SharedData.file(FOLDER + "sales_pipeline.csv"))) {
            return ImmutableList.copyOf(CrmImporter.of(mapping.build())
                    .opportunities("sales_pipeline.csv", reader)
                    .records());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
