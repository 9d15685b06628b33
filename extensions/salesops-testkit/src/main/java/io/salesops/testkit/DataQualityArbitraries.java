package io.salesops.testkit;

import io.salesops.core.io.FileCharset;
import io.salesops.core.process.CloseDateMoves;
import io.salesops.core.process.ContentCatalogue;
import io.salesops.core.process.HandoffReport;
import io.salesops.core.process.LeadEvent;
import io.salesops.core.process.LeadFunnel;
import io.salesops.core.process.Onboarding;
import io.salesops.core.process.RemappedStage;
import io.salesops.core.process.SalesContent;
import io.salesops.core.process.ServiceClock;
import io.salesops.core.quality.DataProfile;
import io.salesops.core.quality.FieldDrift;
import io.salesops.core.quality.FieldProfile;
import io.salesops.core.quality.ProfileDrift;
import io.salesops.core.quality.SuggestedRule;
import io.salesops.core.quality.ValueCount;
import io.salesops.core.testkit.HandoffArbitraries;
import io.salesops.core.testkit.ProfileArbitraries;
import io.salesops.core.testkit.QualityArbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Generators of profiles of data, of what processes and files tell, and of leads on their way to sales.
 *
 * <p>For the tests of code that shows, stores or sends them.
 */
public final class DataQualityArbitraries {
    private DataQualityArbitraries() {}

    /** Profiles of up to twenty-four opportunities. */
    public static Arbitrary<DataProfile> dataProfiles() {
        return ProfileArbitraries.dataProfiles();
    }

    /** Profiles of single fields. */
    public static Arbitrary<FieldProfile> fieldProfiles() {
        return ProfileArbitraries.fieldProfiles();
    }

    /** Profiles of the numbers of a field. */
    public static Arbitrary<FieldProfile.Numbers> numbers() {
        return ProfileArbitraries.numbers();
    }

    /** Profiles of the days of a field. */
    public static Arbitrary<FieldProfile.Days> days() {
        return ProfileArbitraries.days();
    }

    /** The way from one profile to another. */
    public static Arbitrary<ProfileDrift> profileDrifts() {
        return ProfileArbitraries.profileDrifts();
    }

    /** The way of one field from one profile to another. */
    public static Arbitrary<FieldDrift> fieldDrifts() {
        return ProfileArbitraries.fieldDrifts();
    }

    /** Rules that profiles suggest. */
    public static Arbitrary<SuggestedRule> suggestedRules() {
        return ProfileArbitraries.suggestedRules();
    }

    /** How texts are found to be written. */
    public static Arbitrary<FileCharset> fileCharsets() {
        return ProfileArbitraries.fileCharsets();
    }

    /** Values and how many records have them. */
    public static Arbitrary<ValueCount> valueCounts() {
        return QualityArbitraries.valueCounts();
    }

    /** Clocks that run on weekdays. */
    public static Arbitrary<ServiceClock> serviceClocks() {
        return HandoffArbitraries.serviceClocks();
    }

    /** Events of a few leads. */
    public static Arbitrary<LeadEvent> leadEvents() {
        return HandoffArbitraries.leadEvents();
    }

    /** Funnels that narrow. */
    public static Arbitrary<LeadFunnel> leadFunnels() {
        return HandoffArbitraries.leadFunnels();
    }

    /** Reports on a few leads. */
    public static Arbitrary<HandoffReport> handoffReports() {
        return HandoffArbitraries.handoffReports();
    }

    /** The moves of the close dates of deals. */
    public static Arbitrary<CloseDateMoves> closeDateMoves() {
        return HandoffArbitraries.closeDateMoves();
    }

    /** What becomes of the deals of a stage in a later process. */
    public static Arbitrary<RemappedStage> remappedStages() {
        return HandoffArbitraries.remappedStages();
    }

    /** Content for some stages, products and people. */
    public static Arbitrary<SalesContent> salesContents() {
        return HandoffArbitraries.salesContents();
    }

    /** Catalogues of up to four pieces of content. */
    public static Arbitrary<ContentCatalogue> contentCatalogues() {
        return HandoffArbitraries.contentCatalogues();
    }

    /** New sellers with some of their checklist done. */
    public static Arbitrary<Onboarding> onboardings() {
        return HandoffArbitraries.onboardings();
    }
}
