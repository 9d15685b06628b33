package io.salesops.benchmarks.match;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.scify.jedai.blockbuilding.StandardBlocking;
import org.scify.jedai.blockprocessing.blockcleaning.BlockFiltering;
import org.scify.jedai.blockprocessing.blockcleaning.ComparisonsBasedBlockPurging;
import org.scify.jedai.blockprocessing.comparisoncleaning.CardinalityNodePruning;
import org.scify.jedai.datamodel.AbstractBlock;
import org.scify.jedai.datamodel.EntityProfile;
import org.scify.jedai.datamodel.SimilarityPairs;
import org.scify.jedai.entitymatching.ProfileMatcher;

/**
 * JedAI as it comes: token blocking, purging, filtering, pruning of comparisons, and whole profiles compared.
 *
 * @param isStrict whether blocks are purged as JedAI does for two tables; its setting for one table keeps more of them
 */
record JedAi(Table table, ImmutableList<Integer> columns, boolean isStrict) {
    static final double DEFAULT = 0.5;

    List<MatchPeers.Scored> scored() {
        List<EntityProfile> profiles = new ArrayList<>();
        for (ImmutableList<String> row : table.rows()) {
            EntityProfile profile = new EntityProfile(row.get(0));
            for (int column : columns) {
                if (!row.get(column).isBlank()) {
                    profile.addAttribute(table.header().get(column), row.get(column));
                }
            }
            profiles.add(profile);
        }
        List<AbstractBlock> blocks = new StandardBlocking().getBlocks(profiles);
        blocks = new ComparisonsBasedBlockPurging(isStrict).refineBlocks(blocks);
        blocks = new BlockFiltering().refineBlocks(blocks);
        blocks = new CardinalityNodePruning().refineBlocks(blocks);
        SimilarityPairs pairs = new ProfileMatcher(profiles).executeComparisons(blocks);
        List<MatchPeers.Scored> scored = new ArrayList<>();
        for (int pair = 0; pair < pairs.getNoOfComparisons(); pair++) {
            scored.add(new MatchPeers.Scored(
                    profiles.get(pairs.getEntityIds1()[pair]).getEntityUrl(),
                    profiles.get(pairs.getEntityIds2()[pair]).getEntityUrl(),
                    pairs.getSimilarities()[pair]));
        }
        return scored;
    }
}
