package io.salesops.testkit;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.ContactId;
import io.salesops.core.match.AgreementCounts;
import io.salesops.core.match.BlockSizes;
import io.salesops.core.match.ClusterChange;
import io.salesops.core.match.ClusterChanges;
import io.salesops.core.match.CorpusStatistics;
import io.salesops.core.match.Duplicates;
import io.salesops.core.match.FoundDuplicates;
import io.salesops.core.match.LeadMatch;
import io.salesops.core.match.LeadMatches;
import io.salesops.core.match.Link;
import io.salesops.core.match.Links;
import io.salesops.core.match.Match;
import io.salesops.core.match.MatchCurve;
import io.salesops.core.match.MatchRecord;
import io.salesops.core.match.MatchScores;
import io.salesops.core.match.MergeImage;
import io.salesops.core.match.MergePlan;
import io.salesops.core.match.PairScorer;
import io.salesops.core.match.PartedClusters;
import io.salesops.core.match.RelatedGroup;
import io.salesops.core.match.RelatedRecords;
import io.salesops.core.match.RuleDuplicates;
import io.salesops.core.match.RuleMatch;
import io.salesops.core.match.ScoredPair;
import io.salesops.core.match.Separation;
import io.salesops.core.match.StreamedMatches;
import io.salesops.core.match.TrainedModel;
import io.salesops.core.testkit.ClusterArbitraries;
import io.salesops.core.testkit.LinkArbitraries;
import io.salesops.core.testkit.MatchArbitraries;
import io.salesops.core.testkit.RuleArbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Generators of what record matching returns, with all its parts: each is computed from generated records and models.
 *
 * <p>For the tests of code that shows, stores or sends matches, merge plans and what a cluster engine passes on.
 */
public final class MatchResultArbitraries {

    private MatchResultArbitraries() {}

    /** What accounts with duplicates contain by any model. */
    public static Arbitrary<Duplicates<AccountId>> duplicates() {
        return MatchArbitraries.duplicates();
    }

    /** Pairs that match by their model. */
    public static Arbitrary<Match<AccountId>> matches() {
        return MatchArbitraries.matches();
    }

    /** Plans of {@link MatchArbitraries#mergedAccounts()}. */
    public static Arbitrary<MergePlan<Account>> mergePlans() {
        return MatchArbitraries.mergePlans();
    }

    /** How well one partition of eight accounts agrees with another. */
    public static Arbitrary<MatchScores> matchScores() {
        return MatchArbitraries.matchScores();
    }

    /** Rows of accounts as they are compared. */
    public static Arbitrary<MatchRecord> matchRecords() {
        return MatchArbitraries.matchRecords();
    }

    /** Models trained on accounts with duplicates; of very few accounts nothing is learnt. */
    public static Arbitrary<TrainedModel> trainedModels() {
        return MatchArbitraries.trainedModels();
    }

    /** What each blocking rule gave to training. */
    public static Arbitrary<TrainedModel.RulePairs> rulePairs() {
        return MatchArbitraries.rulePairs();
    }

    /** What changed between two partitions of some of eight accounts. */
    public static Arbitrary<ClusterChanges<AccountId>> clusterChanges() {
        return ClusterArbitraries.clusterChanges();
    }

    /** Changes of {@link ClusterArbitraries#clusterChanges()}. */
    public static Arbitrary<ClusterChange<AccountId>> clusterChange() {
        return ClusterArbitraries.clusterChange();
    }

    /** Duplicates of which one account is kept apart from another. */
    public static Arbitrary<PartedClusters<AccountId>> partedClusters() {
        return ClusterArbitraries.partedClusters();
    }

    /** Pairs that are kept apart. */
    public static Arbitrary<Separation<AccountId>> separations() {
        return ClusterArbitraries.separations();
    }

    /** Households of contacts. */
    public static Arbitrary<RelatedRecords<ContactId>> relatedRecords() {
        return ClusterArbitraries.relatedRecords();
    }

    /** Groups of {@link ClusterArbitraries#relatedRecords()}. */
    public static Arbitrary<RelatedGroup<ContactId>> relatedGroups() {
        return ClusterArbitraries.relatedGroups();
    }

    /** What is left of runs whose matches went to a sink. */
    public static Arbitrary<StreamedMatches> streamedMatches() {
        return ClusterArbitraries.streamedMatches();
    }

    /** Matches that a sink is given. */
    public static Arbitrary<ScoredPair<AccountId>> scoredPairs() {
        return ClusterArbitraries.scoredPairs();
    }

    /** Statistics of accounts. */
    public static Arbitrary<CorpusStatistics> corpusStatistics() {
        return ClusterArbitraries.corpusStatistics();
    }

    /** Blocking keys of accounts. */
    public static Arbitrary<PairScorer.Key> blockingKeys() {
        return ClusterArbitraries.blockingKeys();
    }

    /** Sizes of blocks. */
    public static Arbitrary<BlockSizes> blockSizes() {
        return ClusterArbitraries.blockSizes();
    }

    /** Counts of agreement patterns. */
    public static Arbitrary<AgreementCounts> agreementCounts() {
        return ClusterArbitraries.agreementCounts();
    }

    /** Images of accounts, contacts and leads. */
    public static Arbitrary<MergeImage> mergeImages() {
        return ClusterArbitraries.mergeImages();
    }

    /** As {@link LinkArbitraries#leadMatches}. */
    public static Arbitrary<LeadMatch> leadMatch() {
        return LinkArbitraries.leadMatches();
    }

    /** As {@link RuleArbitraries#ruleMatches}. */
    public static Arbitrary<RuleMatch> ruleMatches() {
        return RuleArbitraries.ruleMatches();
    }

    /** As {@link RuleArbitraries#ruleDuplicates}. */
    public static Arbitrary<RuleDuplicates<Integer>> ruleDuplicates() {
        return RuleArbitraries.ruleDuplicates();
    }

    /** As {@link LinkArbitraries#manyLeadMatches}. */
    public static Arbitrary<LeadMatches> leadMatches() {
        return LinkArbitraries.manyLeadMatches();
    }

    /** As {@link LinkArbitraries#links}. */
    public static Arbitrary<Links<AccountId, AccountId>> links() {
        return LinkArbitraries.links();
    }

    /** As {@link LinkArbitraries#singleLinks}. */
    public static Arbitrary<Link<AccountId, AccountId>> singleLinks() {
        return LinkArbitraries.singleLinks();
    }

    /** As {@link LinkArbitraries#foundDuplicates}. */
    public static Arbitrary<FoundDuplicates<AccountId>> foundDuplicates() {
        return LinkArbitraries.foundDuplicates();
    }

    /** As {@link LinkArbitraries#matchCurves}. */
    public static Arbitrary<MatchCurve> matchCurves() {
        return LinkArbitraries.matchCurves();
    }

    /** As {@link LinkArbitraries#matchCurvePoints}. */
    public static Arbitrary<MatchCurve.Point> matchCurvePoints() {
        return LinkArbitraries.matchCurvePoints();
    }
}
