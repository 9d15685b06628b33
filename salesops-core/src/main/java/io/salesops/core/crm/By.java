package io.salesops.core.crm;

import java.time.Instant;

/**
 * Who did a thing and when.
 *
 * @param who the person who acted
 * @param at when it was recorded
 */
public record By(UserId who, Instant at) {

    /** Obtains an act from text, for example {@code of("ana", "2026-03-31T09:00:00Z")}. */
    public static By of(String who, String at) {
        return new By(UserId.of(who), Instant.parse(at));
    }
}
