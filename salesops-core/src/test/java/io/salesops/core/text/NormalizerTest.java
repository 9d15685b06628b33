package io.salesops.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "text, '  Caf\u00e9 de la Gare, 2e  ', cafe de la gare 2e",
        "text, 'STRASSE', strasse",
        "text, 'Stra\u00dfe', strasse",
        "text, '\u0141\u00f3d\u017a', lodz",
        "name, 'Dr. Ana Mar\u00eda L\u00f3pez', ana maria lopez",
        "name, 'Mr.', mr",
        "companyName, 'Acme Corporation', acme",
        "companyName, 'ACME Corp.', acme",
        "companyName, 'The Acme Co., Inc.', acme",
        "companyName, 'Acme S.p.A.', acme",
        "companyName, 'Acme S.A. de C.V.', acme",
        "companyName, 'M\u00fcller & S\u00f6hne GmbH & Co. KG', muller and sohne",
        "companyName, 'Limited', limited",
        "companyName, 'OOO Romashka', romashka",
        "companyName, 'Acme Sp. z o.o.', acme",
        "email, ' John.Doe+news@Example.COM ', john.doe@example.com",
        "email, 'no address', ''",
        "domain, 'https://www.sales.acme.co.uk:8080/path?q=1', acme.co.uk",
        "domain, 'ana@mail.acme.com', acme.com",
        "domain, 'ana@gmail.com', ''",
        "domain, 'localhost', localhost",
        "domain, 'www..Acme', acme",
        "domain, 'www.www.acme.com', acme.com",
        "email, 'mailto:mailto:ana@acme.com', ana@acme.com",
        "phone, '+49 (0)30 1234-567', 49301234567",
        "phone, '030 1234567 ext. 12', 301234567",
        "phone, '(415) 555-1234 x99', 4155551234",
        "postalCode, '01 067', 01067",
        "postalCode, '94105-1234', 94105",
        "postalCode, 'sw1a 1aa', sw1a1aa",
        "street, '12 North Main Street', 12 n main st",
        "street, 'Hauptstra\u00dfe 5', hauptstr 5",
        "street, '435 S. La Cienega Blvd.', 435 s la cienega blvd"
    })
    void normalises(String name, String raw, String expected) {
        assertThat(Normalizer.of(name).apply(raw)).isEqualTo(expected);
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Normalizer.of("postcode"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("postcode")
                .hasMessageContaining("Maybe")
                .hasMessageContaining("postalCode");
    }

    @Test
    void legalFormsAreListedByCountry() {
        int forms = LegalForms.countries().stream()
                .mapToInt(country -> LegalForms.of(country).size())
                .sum();
        assertThat(forms).isGreaterThanOrEqualTo(120);
        assertThat(LegalForms.of("DE")).contains("GmbH", "GmbH & Co KG");
        assertThat(LegalForms.of("XX")).isEmpty();
    }
}
