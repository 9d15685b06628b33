package io.salesops.territory.area;

import io.salesops.core.crm.TerritoryId;

/**
 * A unit that must not belong to a territory.
 *
 * @param unit the unit
 * @param territory where it must not be
 */
public record Forbidden(UnitId unit, TerritoryId territory) {}
