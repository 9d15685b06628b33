package io.salesops.core.match;

import com.google.common.io.Resources;
import io.salesops.core.json.SalesOpsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The standard match rules of Salesforce, as published: equations, methods, thresholds and blank handling.
 *
 * <p>They read the columns of {@link RecordShape#ACCOUNT}, {@link RecordShape#CONTACT} and {@link RecordShape#LEAD}, and
 * {@code title} of a lead, which a shape of the user's own may have. Where a published method is proprietary the nearest
 * one stands for it: Double Metaphone for Metaphone 3, nicknames for name variants; a contact's company is its account's id.
 * {@link MatchModels} weigh the same columns and tell colleagues and families apart.
 *
 * <p>Source: Salesforce Help, Standard Contact, Lead and Account Matching Rules, and Matching Criteria for Matching Rules.
 */
public final class MatchRules {
    private static final MatchRule ACCOUNTS = read("accounts");
    private static final MatchRule CONTACTS = read("contacts");
    private static final MatchRule LEADS = read("leads");

    private MatchRules() {}

    /** Accounts: name or website, with street, city and state, ZIP or phone. */
    public static MatchRule accounts() {
        return ACCOUNTS;
    }

    /** Contacts: first and last name, with e-mail, phone, title and account, or street. */
    public static MatchRule contacts() {
        return CONTACTS;
    }

    /** Leads: first and last name, with e-mail, phone, title and company, or street. */
    public static MatchRule leads() {
        return LEADS;
    }

    private static MatchRule read(String name) {
        String resource = "rules/" + name + ".json";
        try {
            String json = Resources.toString(Resources.getResource(MatchRules.class, resource), StandardCharsets.UTF_8);
            return SalesOpsJson.read(json, MatchRule.class).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the rule " + resource, e);
        }
    }
}
