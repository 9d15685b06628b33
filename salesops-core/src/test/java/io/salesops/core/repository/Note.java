package io.salesops.core.repository;

import io.salesops.core.criteria.Field;
import io.salesops.core.crm.AccountId;
import java.util.Optional;

/** An entry of a log of accounts. */
public record Note(AccountId account, String text) {
    /** The text; an empty one counts as missing. */
    public static final Field<Note, String> TEXT = Field.of(
            Note.class, "text", String.class, note -> Optional.of(note.text()).filter(text -> !text.isEmpty()));
}
