package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.io.FileCharset;
import io.salesops.core.quality.DataProfile;
import io.salesops.core.quality.DataProfiler;
import io.salesops.core.quality.FieldDrift;
import io.salesops.core.quality.FieldProfile;
import io.salesops.core.quality.ProfileDrift;
import io.salesops.core.quality.RuleSuggester;
import io.salesops.core.quality.SuggestedRule;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of profiles of records, of their drift, and of the rules that they suggest. */
public final class ProfileArbitraries {
    private static final int ENOUGH_FOR_RULES = 20;

    private ProfileArbitraries() {}

    /** Profiles of up to twenty-four opportunities. */
    public static Arbitrary<DataProfile> dataProfiles() {
        return CrmArbitraries.opportunities().list().ofMaxSize(24).map(DataProfiler.opportunities()::profile);
    }

    /** Profiles of single fields. */
    public static Arbitrary<FieldProfile> fieldProfiles() {
        return Members.of(dataProfiles().map(DataProfile::fields));
    }

    /** Profiles of the numbers of a field. */
    public static Arbitrary<FieldProfile.Numbers> numbers() {
        return fieldProfiles()
                .map(FieldProfile::numbers)
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    /** Profiles of the days of a field. */
    public static Arbitrary<FieldProfile.Days> days() {
        return fieldProfiles()
                .map(FieldProfile::days)
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    /** The way from one profile to another. */
    public static Arbitrary<ProfileDrift> profileDrifts() {
        return Combinators.combine(dataProfiles(), dataProfiles()).as(DataProfile::driftTo);
    }

    /** The way of one field. */
    public static Arbitrary<FieldDrift> fieldDrifts() {
        return Members.of(profileDrifts().map(ProfileDrift::fields));
    }

    /** Rules that profiles suggest. */
    public static Arbitrary<SuggestedRule> suggestedRules() {
        return Members.of(CrmArbitraries.opportunities()
                .list()
                .ofMinSize(ENOUGH_FOR_RULES)
                .ofMaxSize(ENOUGH_FOR_RULES + 4)
                .map(deals -> RuleSuggester.suggest(DataProfiler.opportunities().profile(deals))));
    }

    /** How texts are found to be written. */
    public static Arbitrary<FileCharset> fileCharsets() {
        return Combinators.combine(
                        CrmArbitraries.names(),
                        Arbitraries.of(ImmutableList.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)))
                .as((text, charset) -> FileCharset.detect(text.getBytes(charset)));
    }
}
