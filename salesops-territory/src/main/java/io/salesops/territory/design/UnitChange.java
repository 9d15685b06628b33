package io.salesops.territory.design;

import io.salesops.core.crm.TerritoryId;
import io.salesops.territory.area.UnitId;

/**
 * A unit that works with other people, or elsewhere, in the second of two plans.
 *
 * @param unit the unit
 * @param before its territory in the first plan, by the name there
 * @param after its territory in the second plan, by the name there; not the one that is paired with the first
 */
public record UnitChange(UnitId unit, TerritoryId before, TerritoryId after) {}
