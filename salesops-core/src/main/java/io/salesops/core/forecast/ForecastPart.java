package io.salesops.core.forecast;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * One of the amounts of which a forecast is the sum.
 *
 * @param kind what it is
 * @param name of what: an age and stage, a product, a stage
 * @param deals how many deals it stands for: counted for what is booked and for weighted stages, expected wins otherwise
 * @param amount what it adds; may be negative
 */
@Value.Builder
@JsonDeserialize(builder = ForecastPartBuilder.class)
public record ForecastPart(Kind kind, String name, double deals, MonetaryAmount amount) {

    /** What a part is. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Kind {
        /** Won by the day of the forecast. */
        BOOKED("booked"),
        /** Open deals. */
        OPEN("open deals"),
        /** Deals that do not exist yet. */
        NEW("deals that will be created and won inside"),
        /** What counts of wins get wrong about their value. */
        VALUE("value against count of wins"),
        /** What earlier periods correct. */
        CORRECTION("corrected by earlier periods"),
        /** What was won a day lately, for the days that are left. */
        RUN_RATE("run rate"),
        /** The step from the hazards towards the run rate. */
        BLEND("towards the run rate");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns the kind in words. */
        public String words() {
            return words;
        }
    }
}
