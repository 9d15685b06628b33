package io.salesops.examples.sample;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;

/** Makes three teams, each of a region, a manager and five sellers. */
final class SampleReps {
    static final String FILE = "reps.csv";
    private static final int SELLERS = 5;
    private static final ImmutableMap<String, String> TEAMS =
            ImmutableMap.of("T-1", "Americas", "T-2", "North Europe", "T-3", "Continent");

    private final SampleTable table = new SampleTable("id", "name", "team", "region", "manager", "since", "until");
    private final ImmutableMap<String, ImmutableList<String>> sellersOfRegion;

    SampleReps(SampleWords words) {
        ImmutableMap.Builder<String, ImmutableList<String>> sellers = ImmutableMap.builder();
        TEAMS.forEach((team, region) -> {
            String prefix = "R-" + team.charAt(2);
            String manager = prefix + "0";
            table.add(List.of(manager, words.firstName() + " " + words.lastName(), team, region, "", "2019-02-01", ""));
            ImmutableList.Builder<String> ids = ImmutableList.builder();
            for (int i = 1; i <= SELLERS; i++) {
                String since = "202" + words.between(0, 4) + "-" + SampleAccounts.two(words.between(1, 12)) + "-01";
                String until = i == SELLERS ? "2025-07-01" : "";
                table.add(List.of(
                        prefix + i, words.firstName() + " " + words.lastName(), team, region, manager, since, until));
                ids.add(prefix + i);
            }
            sellers.put(region, ids.build());
        });
        this.sellersOfRegion = sellers.buildOrThrow();
    }

    /** The sellers of the region that a country belongs to. */
    ImmutableList<String> sellersFor(String country) {
        return sellersOfRegion.getOrDefault(SampleAccounts.REGIONS.getOrDefault(country, ""), ImmutableList.of());
    }

    String text() {
        return table.text();
    }
}
