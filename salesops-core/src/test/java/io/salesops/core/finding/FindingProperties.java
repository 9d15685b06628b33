package io.salesops.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.testkit.FindingArbitraries;
import io.salesops.core.testkit.JsonLaws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws D1 and D2 of findings, omissions and tallies. */
class FindingProperties {
    @Provide
    Arbitrary<Finding> findings() {
        return FindingArbitraries.findings();
    }

    @Provide
    Arbitrary<List<Finding>> streams() {
        return FindingArbitraries.findings().list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<Omission> omissions() {
        return FindingArbitraries.omissions();
    }

    @Property
    void findingsAreJson(@ForAll("findings") Finding finding) {
        JsonLaws.roundTrips(finding, Finding.class);
    }

    @Property
    void omissionsAreJson(@ForAll("omissions") Omission omission) {
        JsonLaws.roundTrips(omission, Omission.class);
    }

    @Property
    void aTallyLosesNothing(@ForAll("streams") List<Finding> stream, @ForAll @IntRange(max = 5) int keep) {
        List<Finding> heard = new ArrayList<>();
        FindingTally tally = FindingTally.keepingFirst(keep, heard::add);
        stream.forEach(tally::add);

        assertThat(heard).isEqualTo(stream);
        Map<String, Long> counts =
                stream.stream().collect(Collectors.groupingBy(Finding::code, TreeMap::new, Collectors.counting()));
        assertThat(tally.counts()).isEqualTo(counts);
        for (String code : counts.keySet()) {
            assertThat(tally.kept().stream().filter(finding -> finding.code().equals(code)))
                    .containsExactlyElementsOf(stream.stream()
                            .filter(finding -> finding.code().equals(code))
                            .limit(keep)
                            .toList());
        }
        long omitted = tally.omitted().stream().mapToLong(Omission::count).sum();
        assertThat(tally.kept().size() + omitted).isEqualTo(stream.size());
    }

    @Property
    void aCheckedValueIsAcceptedExactlyWithoutErrors(@ForAll("streams") List<Finding> findings) {
        boolean wrong = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        Checked<Integer> checked = Checked.of(7, findings);
        assertThat(checked.value().isPresent()).isEqualTo(!wrong);
        assertThat(checked.findings()).containsExactlyElementsOf(findings);
        assertThat(checked.map(value -> value + 1).findings()).isEqualTo(checked.findings());
        String kind = checked.match(value -> "accepted", all -> "refused");
        assertThat(kind).isEqualTo(wrong ? "refused" : "accepted");
    }
}
