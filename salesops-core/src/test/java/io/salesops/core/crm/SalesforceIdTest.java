package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesforceIdTest {

    @Test
    void bothFormsBecomeOneTypedId() {
        assertThat(SalesforceId.of("001A0000006Vm9r").as(AccountId::of))
                .isEqualTo(SalesforceId.of("001A0000006Vm9rIAC").as(AccountId::of))
                .isEqualTo(AccountId.of("001A0000006Vm9rIAC"));
    }

    @Test
    void jsonReadsBothFormsAndWritesTheLongOne() {
        assertThat(SalesOpsJson.read("\"001A0000006Vm9r\"", SalesforceId.class)
                        .map(SalesOpsJson::write)
                        .orThrow())
                .isEqualTo("\"001A0000006Vm9rIAC\"");
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource({
        "001A0000006Vm9,     crm.salesforceId.length",
        "'',                 crm.salesforceId.length",
        "001A0000006Vm9rI,   crm.salesforceId.length",
        "001A0000006Vm9_,    crm.salesforceId.character",
        "001A0000006Vm9é,    crm.salesforceId.character",
        "001A0000006Vm9rIAG, crm.salesforceId.checksum",
        "001A0000006Vm9riac, crm.salesforceId.checksum",
        "001a0000006vm9rIAC, crm.salesforceId.checksum"
    })
    void aWrongIdIsRefused(String text, String code) {
        assertThat(SalesforceId.parse(text, "row 7/Id").findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.path()).isEqualTo("row 7/Id");
                    assertThat(finding.message()).contains("'" + text + "'");
                    assertThat(finding.remedy().orElseThrow()).startsWith("Maybe ");
                });
        assertThatThrownBy(() -> SalesforceId.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @Test
    void aChecksumThatNamesADigitAsUpperCaseCannotRestoreTheCase() {
        // The first five characters are digits, yet the suffix claims that one of them is upper case.
        assertThat(SalesforceId.restoreCase("00100A0000VM9RXBAA", "").findings())
                .extracting(Finding::code)
                .containsExactly("crm.salesforceId.checksum");
    }
}
