package io.salesops.core.forecast;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import java.util.List;

/**
 * What was known of deals at the end of a day, in columns sorted by id. Days are epoch days, values are minor units.
 *
 * <p>A deal that began later is not there, a deal that closed later is open, and a value that was only known later is not
 * used. So nothing that happens after the day can change what is made of these columns.
 */
final class KnownDeals {
    /** The end of a deal that is open. */
    static final int OPEN = Integer.MAX_VALUE;

    final int day;
    final int size;
    final String[] ids;
    final int[] start;
    final int[] end;
    final boolean[] won;
    /** What a deal was worth while it was open; NaN where nobody knew. */
    final double[] value;
    /** What a won deal brought; 0 for the others. */
    final double[] booked;

    final int[] product;
    final int[] owner;
    /** The place of the present stage; -1 where it is not known. */
    final int[] stage;
    /** The stays of deal i are those from firstStay[i] to firstStay[i + 1]. */
    final int[] firstStay;

    final int[] stayStage;
    final int[] stayFrom;
    final ImmutableList<String> stages;
    /** Whether stages have a history; without one all open stages are the first one. */
    final boolean byStage;

    final ImmutableList<String> products;
    final ImmutableList<String> owners;
    final ImmutableList<Finding> findings;
    final ImmutableList<Omission> omitted;

    KnownDeals(
            int day,
            List<KnownDeal> deals,
            ImmutableList<String> stages,
            boolean byStage,
            ImmutableList<Finding> findings,
            ImmutableList<Omission> omitted) {
        this.day = day;
        this.size = deals.size();
        this.stages = stages;
        this.byStage = byStage;
        this.findings = findings;
        this.omitted = omitted;
        this.products =
                deals.stream().map(KnownDeal::product).distinct().sorted().collect(ImmutableList.toImmutableList());
        this.owners = deals.stream().map(KnownDeal::owner).distinct().sorted().collect(ImmutableList.toImmutableList());
        ids = new String[size];
        start = new int[size];
        end = new int[size];
        won = new boolean[size];
        value = new double[size];
        booked = new double[size];
        product = new int[size];
        owner = new int[size];
        stage = new int[size];
        firstStay = new int[size + 1];
        int stays = deals.stream().mapToInt(deal -> deal.stays().size()).sum();
        stayStage = new int[stays];
        stayFrom = new int[stays];
        int next = 0;
        for (int i = 0; i < size; i++) {
            KnownDeal deal = deals.get(i);
            ids[i] = deal.id();
            start[i] = deal.start();
            end[i] = deal.end();
            won[i] = deal.won();
            value[i] = deal.value();
            booked[i] = deal.booked();
            product[i] = java.util.Collections.binarySearch(products, deal.product());
            owner[i] = java.util.Collections.binarySearch(owners, deal.owner());
            stage[i] = deal.stage();
            firstStay[i] = next;
            for (KnownDeal.Stay stay : deal.stays()) {
                stayStage[next] = stay.stage();
                stayFrom[next] = stay.from();
                next++;
            }
        }
        firstStay[size] = next;
    }

    boolean isOpen(int deal) {
        return end[deal] == OPEN;
    }

    /** The day on which a stay ended; OPEN for the last one of an open deal. */
    int stayEnd(int deal, int stay) {
        return stay + 1 < firstStay[deal + 1] ? stayFrom[stay + 1] : end[deal];
    }

    /** The last stay of a deal. */
    int lastStay(int deal) {
        return firstStay[deal + 1] - 1;
    }

    /** The first day on which a deal was closed; the day itself where none was. */
    int firstClose() {
        int first = day;
        for (int i = 0; i < size; i++) {
            first = Math.min(first, end[i]);
        }
        return first;
    }
}
