package io.salesops.core.quality;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A change of one field of one record that was proposed.
 *
 * @param record the record's identifier
 * @param field the field
 * @param before the text that the record has
 * @param after the text that it is to have; absent where it is to be cleared
 * @param fixes the names of the fixes that have a part in it, in their order: blanks, placeholder, country, email, website,
 *     phone, currency, picklist, or the name of a normaliser
 * @param reasons what speaks for it, one sentence for each repair that has a part in it
 */
@Value.Builder
@JsonDeserialize(builder = ProposedChangeBuilder.class)
public record ProposedChange(
        String record,
        String field,
        String before,
        Optional<String> after,
        ImmutableList<String> fixes,
        ImmutableList<String> reasons) {

    @Override
    public String toString() {
        return record + "/" + field + ": '" + before + "' -> "
                + after.map(text -> "'" + text + "'").orElse("nothing") + " (" + String.join("; ", reasons) + ")";
    }
}
