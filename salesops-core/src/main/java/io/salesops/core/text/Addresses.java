package io.salesops.core.text;

import com.google.common.base.CharMatcher;
import com.google.common.base.Joiner;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.common.net.InternetDomainName;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail and web addresses, phone numbers, postal codes and streets. */
final class Addresses {
    private static final Splitter BLANK = Splitter.on(' ').omitEmptyStrings();
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
    private static final Pattern EXTENSION =
            Pattern.compile("\\s*(?:ext|extension|x|durchwahl|poste)\\s*[.:]?\\s*\\d{1,6}\\s*$");
    private static final Pattern AMERICAN_CODE = Pattern.compile("(\\d{5})-?\\s?\\d{4}");
    private static final ImmutableMap<String, String> STREET_WORDS = ImmutableMap.<String, String>builder()
            .put("street", "st")
            .put("str", "st")
            .put("strasse", "st")
            .put("straat", "st")
            .put("road", "rd")
            .put("avenue", "ave")
            .put("av", "ave")
            .put("avda", "ave")
            .put("avenida", "ave")
            .put("boulevard", "blvd")
            .put("boul", "blvd")
            .put("bvd", "blvd")
            .put("drive", "dr")
            .put("lane", "ln")
            .put("place", "pl")
            .put("platz", "pl")
            .put("plaza", "pl")
            .put("square", "sq")
            .put("court", "ct")
            .put("crescent", "cres")
            .put("terrace", "tce")
            .put("ter", "tce")
            .put("highway", "hwy")
            .put("parkway", "pkwy")
            .put("suite", "ste")
            .put("floor", "fl")
            .put("building", "bldg")
            .put("apartment", "apt")
            .put("north", "n")
            .put("south", "s")
            .put("east", "e")
            .put("west", "w")
            .build();
    private static final ImmutableMap<String, String> STREET_ENDINGS =
            ImmutableMap.of("strasse", "str", "straat", "str");

    private Addresses() {}

    static String email(String raw) {
        String address = CharMatcher.whitespace().removeFrom(Folding.letters(raw));
        while (address.startsWith("mailto:")) {
            address = address.substring("mailto:".length());
        }
        int at = address.lastIndexOf('@');
        if (at <= 0 || at == address.length() - 1) {
            return "";
        }
        int plus = address.indexOf('+');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }

    static String domain(String raw, ReferenceLists lists) {
        String host = host(raw);
        String domain = registrable(host);
        return lists.freeMail().contains(domain) || lists.freeMail().contains(host) ? "" : domain;
    }

    static String mailbox(String raw) {
        String address = email(raw);
        int at = address.lastIndexOf('@');
        String user = at < 0 ? "" : Folding.compact(address.substring(0, at));
        String host = at < 0 ? "" : registrable(host(address));
        return user.isEmpty() || host.isEmpty() ? "" : user + "@" + host;
    }

    private static String registrable(String host) {
        if (host.isEmpty() || !InternetDomainName.isValid(host)) {
            return host;
        }
        InternetDomainName name = InternetDomainName.from(host);
        return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : name.toString();
    }

    private static String host(String raw) {
        String address =
                CharMatcher.whitespace().removeFrom(Folding.letters(raw)).toLowerCase(Locale.ROOT);
        int scheme = address.indexOf("://");
        address = scheme >= 0 ? address.substring(scheme + 3) : address;
        int end = CharMatcher.anyOf("/?#").indexIn(address);
        address = end >= 0 ? address.substring(0, end) : address;
        address = address.substring(address.lastIndexOf('@') + 1);
        int port = address.indexOf(':');
        address = port >= 0 ? address.substring(0, port) : address;
        String host = CharMatcher.is('.').trimFrom(address);
        while (host.startsWith("www.")) {
            host = CharMatcher.is('.').trimFrom(host.substring("www.".length()));
        }
        return host;
    }

    static String phone(String raw) {
        String number = Folding.letters(raw);
        Matcher extension = EXTENSION.matcher(number);
        number = extension.find() ? number.substring(0, extension.start()) : number;
        // "+44 (0)20": the zero in brackets is dialled within the country only.
        number = number.indexOf('+') >= 0 ? number.replace("(0)", "") : number;
        return CharMatcher.is('0').trimLeadingFrom(DIGITS.retainFrom(number));
    }

    static String postalCode(String raw) {
        Matcher american = AMERICAN_CODE.matcher(raw.trim());
        return Folding.compact(american.matches() ? american.group(1) : raw);
    }

    static String street(String raw) {
        return Joiner.on(' ')
                .join(Iterables.transform(BLANK.split(Folding.foldAbbreviations(raw)), Addresses::streetWord));
    }

    private static String streetWord(String word) {
        for (String ending : STREET_ENDINGS.keySet()) {
            if (word.length() > ending.length() && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length()) + STREET_ENDINGS.get(ending);
            }
        }
        return STREET_WORDS.getOrDefault(word, word);
    }
}
