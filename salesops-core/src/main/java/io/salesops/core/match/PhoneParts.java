package io.salesops.core.match;

/**
 * A phone number of digits in the sections of the North American plan, as which every number of ten digits passes; others are
 * one section.
 *
 * @param country the country code; empty where it is not dialled
 * @param area the area code
 * @param exchange the next three digits
 * @param line the last four digits
 */
record PhoneParts(String country, String area, String exchange, String line) {
    private static final int NATIONAL = 10;
    private static final int AREA = 3;
    private static final int EXCHANGE = 6;

    static PhoneParts of(String digits) {
        boolean hasCountry = digits.length() == NATIONAL + 1 && digits.charAt(0) == '1';
        String national = hasCountry ? digits.substring(1) : digits;
        return national.length() == NATIONAL
                ? new PhoneParts(
                        hasCountry ? "1" : "",
                        national.substring(0, AREA),
                        national.substring(AREA, EXCHANGE),
                        national.substring(EXCHANGE))
                : new PhoneParts("", digits, "", "");
    }

    private boolean isWhole() {
        return line.isEmpty();
    }

    /** The weights of the sections that agree, up to 1; a country code that is not dialled is that of the other. */
    double agreement(PhoneParts other) {
        if (isWhole() || other.isWhole()) {
            return equals(other) ? 1 : 0;
        }
        int percent = 10; // both are North American, dialled with the country code or without
        percent += area.equals(other.area) ? 50 : 0;
        percent += exchange.equals(other.exchange) ? 30 : 0;
        percent += line.equals(other.line) ? 10 : 0;
        return percent / 100.0;
    }
}
