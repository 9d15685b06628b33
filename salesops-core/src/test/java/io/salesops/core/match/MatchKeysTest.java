package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchKeysTest {
    private static final ImmutableMap<String, Normalizer> COLUMNS = ImmutableMap.of(
            "firstName", Normalizer.NAME,
            "lastName", Normalizer.NAME,
            "email", Normalizer.EMAIL,
            "company", Normalizer.COMPANY_NAME,
            "phone", Normalizer.PHONE,
            "street", Normalizer.STREET,
            "postalCode", Normalizer.POSTAL_CODE,
            "city", Normalizer.TEXT);

    private static MatchModel model(String... keys) {
        MatchModel.Builder model = MatchModel.builder()
                .id("keys")
                .version("1")
                .priorMatches(0.001)
                .threshold(3)
                .addBlocking(BlockingRule.of(keys));
        COLUMNS.forEach((column, normalizer) -> model.addComparisons(FieldComparison.builder()
                .column(column)
                .addNormalize(normalizer)
                .addLevels(new ComparisonLevel("exact", 0.9, 0.01), new ComparisonLevel("otherwise", 0.1, 0.99))
                .build()));
        return model.build();
    }

    private static ImmutableList<ImmutableList<String>> keys(Map<String, String> record, String... keys) {
        return ImmutableList.copyOf(MatchKeys.of(model(keys))
                .of(new MatchRecord(ImmutableMap.copyOf(record)))
                .values());
    }

    /** The published examples of the standard matching rules of Salesforce, by their names. */
    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "Email; email=john_doe@us.ibm.com; mailbox(email); johndoe@ibm.com",
                "First_Last_EmailDomain; firstName=John,lastName=Doe,email=john_doe@us.salesforce.com; prefix(firstName,1) metaphone(lastName) host(email); jt@salesforce.com",
                "First_Last_Company; firstName=Marc,lastName=Benioff,company=salesforce.com; prefix(firstName,1) metaphone(lastName) starts(company,2,5); mpnfsales",
                "First_Last_Phone; firstName=Marc,lastName=Benioff,phone=1-415-555-1234; prefix(firstName,1) metaphone(lastName) area(phone); mpnf415555",
                "First_Last_City; firstName=J,lastName=Doe,city=Philadelphia; prefix(firstName,1) metaphone(lastName) starts(city,1,6); jtphilad",
                "First_Last_ZIP; firstName=J,lastName=Doe,postalCode=10001; prefix(firstName,1) metaphone(lastName) prefix(postalCode,3); jt100",
                "Street; street=123 Maple Avenue; starts(street,2,5); 123maple",
                "Phone; phone=415-555-1234; area(phone); 415555",
                "Phone_long; phone=555-1234-5678; area(phone); 5551234"
            })
    void salesforceMatchKey(String id, String record, String keys, String expected) {
        Map<String, String> columns =
                Splitter.on(',').withKeyValueSeparator('=').split(record);
        assertThat(keys(columns, Splitter.on(' ').splitToList(keys).toArray(String[]::new)))
                .as(id)
                .singleElement()
                .satisfies(parts -> assertThat(String.join("", parts).toLowerCase(Locale.ROOT))
                        .isEqualTo(expected));
    }

    @Test
    void aRuleOfWhichAPartIsMissingGivesNoKeyAndOneOfSeveralWordsGivesOneForEach() {
        assertThat(keys(Map.of("lastName", "Doe"), "lastName", "postalCode")).isEmpty();
        assertThat(keys(Map.of("phone", "123"), "area(phone)")).isEmpty();
        assertThat(keys(Map.of("email", "nobody"), "host(email)")).isEmpty();
        assertThat(keys(Map.of("company", "Express Logistics", "city", "Bonn"), "words(company)", "city"))
                .containsExactly(ImmutableList.of("express", "bonn"), ImmutableList.of("logistics", "bonn"));
    }

    @Test
    void keysAreThoseByWhichTheDeduplicatorBlocks() {
        MatchModel model = model("prefix(firstName,1)", "metaphone(lastName)", "host(email)");
        Records<String> records = Records.<String>builder("firstName", "lastName", "email")
                .add("1", "John", "Doe", "a@us.acme.com")
                .add("2", "Jim", "Toe", "b@acme.com")
                .add("3", "Jim", "Roe", "b@acme.com")
                .build();
        assertThat(Deduplicator.of(model).dedupe(records).comparedPairs()).isEqualTo(1);
    }

    @Test
    void keysThatDependOnAllRecordsAreNamed() {
        MatchKeys keys = MatchKeys.of(model("rareWords(company)"));
        assertThat(keys.findings()).extracting(Finding::code).containsExactly("match.key.ofAll");
        assertThat(keys.of(new MatchRecord(ImmutableMap.of("company", "Acme"))).isEmpty())
                .isTrue();
        for (String wrong :
                new String[] {"starts(company)", "starts(company,2)", "starts(company,0,5)", "prefix(company,1,2)"}) {
            MatchModel unsound = model(wrong);
            assertThatThrownBy(() -> MatchKeys.of(unsound))
                    .as(wrong)
                    .isInstanceOf(FindingsException.class)
                    .hasMessageContaining("match.key.unknown");
        }
    }
}
