package io.salesops.territory.design;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Why a unit moved. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum Reason {
    /** A rule of the problem: forbidden, together, apart, or a territory that is no more. */
    RULE,
    /** If it alone had stayed, a territory would hang together no longer. */
    CONTIGUITY,
    /** If it alone had stayed, the territories would be less equal. */
    BALANCE,
    /** It is nearer to its new centre. */
    DISTANCE,
    /** It made room for others. */
    CHAIN
}
