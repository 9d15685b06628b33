package io.salesops.core.forecast;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.StageInterval;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.Stage;
import io.salesops.core.process.StageOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chances to win by naive Bayes over fields of deals and the stage that they reached.
 *
 * <p>Each value of a field starts with a tenth of a won and of a lost deal. A lost deal has reached the stages up to the last
 * open one that it was in, a won deal all of them; the prior is what reached the first stage. A field that a deal lacks, or
 * whose value no closed deal had, says nothing. Chances stay from 0.01 % to 99.99 %. As in the predictive lead scoring of the
 * open CRM whose test cases it reproduces. Cost: deals times fields. Immutable and thread-safe.
 */
public final class WinChances {
    private static final double START = 0.1;
    private static final double LEAST = 0.0001;
    private static final String STAGE = "stage";

    private final ImmutableList<String> fields;
    private final ImmutableMap<String, Integer> openStages;
    private final Map<String, Map<String, double[]>> counts = new HashMap<>();
    private final Map<String, double[]> sums = new HashMap<>();
    private final double[][] reached;

    private WinChances(SalesProcess process, ImmutableList<String> fields) {
        this.fields = fields;
        ImmutableMap.Builder<String, Integer> open = ImmutableMap.builder();
        int place = 0;
        for (Stage stage : process.stages()) {
            if (stage.outcome() == StageOutcome.OPEN) {
                open.put(stage.id(), place++);
            }
        }
        this.openStages = open.buildOrThrow();
        checkArgument(!openStages.isEmpty(), "process %s must have an open stage", process.id());
        this.reached = new double[openStages.size()][2];
        for (double[] stage : reached) {
            stage[0] = START;
            stage[1] = START;
        }
    }

    /**
     * Learns from closed deals; open ones are passed over.
     *
     * @param process the stages in order
     * @param fields the names of the fields to look at, custom ones as {@code custom.<name>}
     * @throws IllegalArgumentException if a name is no field of a deal
     */
    public static WinChances learn(SalesProcess process, List<String> fields, Iterable<Opportunity> deals) {
        for (String field : fields) {
            checkArgument(
                    field.startsWith(CustomFields.PREFIX)
                            || Opportunity.fields().named().containsKey(field),
                    "'%s' is no field of a deal. Maybe one of %s, or custom.<name>.",
                    field,
                    Opportunity.fields().named().keySet());
        }
        WinChances chances = new WinChances(process, ImmutableList.copyOf(fields));
        for (Opportunity deal : deals) {
            process.stage(deal.stage())
                    .map(Stage::outcome)
                    .filter(outcome -> outcome != StageOutcome.OPEN)
                    .ifPresent(outcome -> chances.count(deal, outcome == StageOutcome.WON));
        }
        return chances;
    }

    private void count(Opportunity deal, boolean won) {
        int side = won ? 0 : 1;
        int last = won ? reached.length - 1 : lastOpen(deal);
        for (int stage = 0; stage <= last; stage++) {
            reached[stage][side]++;
        }
        for (String field : fields) {
            valueOf(deal, field).ifPresent(value -> {
                double[] sum = sums.computeIfAbsent(field, name -> new double[2]);
                double[] count = counts.computeIfAbsent(field, name -> new HashMap<>())
                        .computeIfAbsent(value, name -> {
                            sum[0] += START;
                            sum[1] += START;
                            return new double[] {START, START};
                        });
                count[side]++;
                sum[side]++;
            });
        }
    }

    /** The furthest open stage of a deal; the first where nobody recorded any. */
    private int lastOpen(Opportunity deal) {
        int last = openStages.getOrDefault(deal.stage(), 0);
        for (StageInterval stay : deal.stageIntervals().value().orElseGet(ImmutableList::of)) {
            last = Math.max(last, openStages.getOrDefault(stay.stage(), 0));
        }
        return last;
    }

    private static Optional<String> valueOf(Opportunity deal, String field) {
        if (field.startsWith(CustomFields.PREFIX)) {
            return Optional.ofNullable(deal.custom().values().get(field.substring(CustomFields.PREFIX.length())))
                    .map(value -> value.value().toString());
        }
        return Optional.ofNullable(Opportunity.fields().named().get(field))
                .flatMap(known -> known.get(deal))
                .map(Object::toString);
    }

    /** Returns the chance of a deal. */
    public WinChance of(Opportunity deal) {
        Map<String, Double> bits = new LinkedHashMap<>();
        double log = add(bits, "prior", reached[0][0], reached[0][1]);
        Integer stage = openStages.get(deal.stage());
        if (stage != null) {
            log += add(bits, STAGE, reached[stage][0] / reached[0][0], reached[stage][1] / reached[0][1]);
        }
        for (String field : fields) {
            Optional<double[]> count = valueOf(deal, field)
                    .flatMap(value -> Optional.ofNullable(
                            counts.getOrDefault(field, Map.of()).get(value)));
            double[] sum = sums.get(field);
            if (count.isPresent() && sum != null) {
                log += add(bits, field, count.get()[0] / sum[0], count.get()[1] / sum[1]);
            }
        }
        double chance = 1 / (1 + StrictMath.exp(-log));
        return new WinChance(deal.id(), Math.max(LEAST, Math.min(1 - LEAST, chance)), ImmutableMap.copyOf(bits));
    }

    /** Returns the chances of deals, the likeliest first; equal ones by id. */
    public ImmutableList<WinChance> of(Iterable<Opportunity> deals) {
        List<WinChance> chances = new ArrayList<>();
        for (Opportunity deal : deals) {
            chances.add(of(deal));
        }
        chances.sort(java.util.Comparator.comparingDouble(WinChance::chance)
                .reversed()
                .thenComparing(chance -> chance.deal().value()));
        return ImmutableList.copyOf(chances);
    }

    private static double add(Map<String, Double> bits, String field, double won, double lost) {
        double log = StrictMath.log(won / lost);
        bits.put(field, log / StrictMath.log(2));
        return log;
    }
}
