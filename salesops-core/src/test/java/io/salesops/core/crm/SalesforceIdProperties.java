package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.testkit.CrmArbitraries;
import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SalesforceIdProperties {

    @Property
    void bothFormsAreOneId(@ForAll("ids") SalesforceId id) {
        assertThat(id.value()).hasSize(18).startsWith(id.shortForm());
        assertThat(SalesforceId.of(id.shortForm())).isEqualTo(id).hasSameHashCodeAs(id);
        assertThat(SalesforceId.of(id.value())).isEqualTo(id);
    }

    @Property
    void theLongFormTellsIdsApartWithoutCase(@ForAll("ids") SalesforceId one, @ForAll("ids") SalesforceId other) {
        assertThat(one.value().equalsIgnoreCase(other.value())).isEqualTo(one.equals(other));
    }

    @Property
    void caseIsRestoredFromTheChecksum(@ForAll("ids") SalesforceId id) {
        assertThat(SalesforceId.restoreCase(id.value().toUpperCase(Locale.ROOT), "")
                        .orThrow())
                .isEqualTo(id);
        assertThat(SalesforceId.restoreCase(id.value().toLowerCase(Locale.ROOT), "")
                        .orThrow())
                .isEqualTo(id);
    }

    @Property
    void aChangeOfCaseIsRefused(@ForAll("ids") SalesforceId id, @ForAll @IntRange(max = 14) int position) {
        char letter = id.value().charAt(position);
        char other = Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter);
        String changed = id.value().substring(0, position) + other + id.value().substring(position + 1);
        assertThat(SalesforceId.parse(changed, "").value().isPresent()).isEqualTo(letter == other);
    }

    @Provide
    Arbitrary<SalesforceId> ids() {
        return CrmArbitraries.salesforceIds();
    }
}
