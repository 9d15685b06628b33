package io.salesops.core.match;

import com.google.common.base.Splitter;
import com.google.common.primitives.Doubles;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Parts of normalised texts that conditions of levels compare. */
final class TextParts {
    /** Characters of the year in a day of eight digits. */
    static final int YEAR = 4;

    private static final int DAY = 8;
    private static final int MONTH_END = 6;
    private static final Splitter BLANK = Splitter.on(' ').omitEmptyStrings();
    private static final Splitter COORDINATES = Splitter.onPattern("[,; ]+").omitEmptyStrings();
    /** Mean radius of the earth, IUGG. */
    private static final double EARTH_KILOMETERS = 6371.0088;

    private TextParts() {}

    static boolean samePrefix(String a, String b, int length) {
        return a.length() >= length && b.length() >= length && a.regionMatches(0, b, 0, length);
    }

    static boolean sameSuffix(String a, String b, int length) {
        return a.length() >= length
                && b.length() >= length
                && a.regionMatches(a.length() - length, b, b.length() - length, length);
    }

    /** Whether the first half is the same, of texts of about one length. */
    static boolean sameHalf(String a, String b) {
        int half = Math.max(1, Math.min(a.length(), b.length()) / 2);
        return 2 * half >= Math.max(a.length(), b.length()) - 1 && a.regionMatches(0, b, 0, half);
    }

    /** Whether month and day agree, or are swapped within one year. */
    static boolean sameDay(String a, String b) {
        if (a.length() != DAY || b.length() != DAY) {
            return false;
        }
        boolean swapped = a.regionMatches(YEAR, b, MONTH_END, 2) && a.regionMatches(MONTH_END, b, YEAR, 2);
        return a.regionMatches(YEAR, b, YEAR, DAY - YEAR) || (swapped && samePrefix(a, b, YEAR));
    }

    /** Days between; infinite where one is no day. */
    static double days(String a, String b) {
        try {
            return Math.abs(ChronoUnit.DAYS.between(day(a), day(b)));
        } catch (DateTimeException | NumberFormatException noDay) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private static LocalDate day(String text) {
        if (text.length() != DAY) {
            throw new DateTimeException(text);
        }
        return LocalDate.of(
                Integer.parseInt(text.substring(0, YEAR)),
                Integer.parseInt(text.substring(YEAR, MONTH_END)),
                Integer.parseInt(text.substring(MONTH_END)));
    }

    /** What stands before the at sign of an e-mail address; the whole text where there is none. */
    static String user(String address) {
        int at = address.indexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }

    static boolean sameUser(String a, String b) {
        int at = a.indexOf('@');
        return at >= 0 && at == b.indexOf('@') && a.regionMatches(0, b, 0, at);
    }

    /** What stands behind the at sign; the whole text where there is none. */
    static String host(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    /** The smaller number over the larger, 1 for equal ones; 0 where one is none or their signs differ. */
    static double ratio(String a, String b) {
        Double first = Doubles.tryParse(a);
        Double second = Doubles.tryParse(b);
        if (first == null || second == null || !Double.isFinite(first) || !Double.isFinite(second)) {
            return 0;
        }
        double smaller = Math.min(Math.abs(first), Math.abs(second));
        double larger = Math.max(Math.abs(first), Math.abs(second));
        return first * second <= 0 ? (larger == 0 ? 1 : 0) : smaller / larger;
    }

    /** Whether the short text is the first letters of the words of the long one. */
    static boolean isAcronym(String shorter, String longer) {
        List<String> words = BLANK.splitToList(longer);
        if (words.size() < 2 || shorter.length() != words.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).charAt(0) != shorter.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Distance on the great circle of two texts "latitude,longitude" in degrees; infinite where one is none. */
    static double kilometers(String a, String b) {
        double[] first = degrees(a);
        double[] second = degrees(b);
        if (first.length == 0 || second.length == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double lat1 = StrictMath.toRadians(first[0]);
        double lat2 = StrictMath.toRadians(second[0]);
        double sinLat = StrictMath.sin((lat2 - lat1) / 2);
        double sinLon = StrictMath.sin(StrictMath.toRadians(second[1] - first[1]) / 2);
        double haversine = sinLat * sinLat + StrictMath.cos(lat1) * StrictMath.cos(lat2) * sinLon * sinLon;
        return 2 * EARTH_KILOMETERS * StrictMath.asin(Math.min(1, StrictMath.sqrt(haversine)));
    }

    private static double[] degrees(String text) {
        List<String> parts = COORDINATES.splitToList(text);
        if (parts.size() != 2) {
            return new double[0];
        }
        Double latitude = Doubles.tryParse(parts.get(0));
        Double longitude = Doubles.tryParse(parts.get(1));
        return latitude == null || longitude == null ? new double[0] : new double[] {latitude, longitude};
    }
}
