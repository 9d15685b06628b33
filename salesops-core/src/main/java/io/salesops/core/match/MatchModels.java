package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.io.Resources;
import io.salesops.core.json.SalesOpsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;

/**
 * Ready-made models for the records of a CRM, for sets that are too small to train on: m and u as expected, not learned.
 *
 * <p>They read the columns of {@link RecordShape#ACCOUNT}, {@link RecordShape#CONTACT} and {@link RecordShape#LEAD}; a model
 * trained on a few thousand records knows them better. Immutable and thread-safe.
 */
public final class MatchModels {
    private static final MatchModel ACCOUNTS = read("accounts");
    private static final MatchModel CONTACTS = read("contacts");
    private static final MatchModel LEADS = read("leads");

    /** The expected matches for each record: one in ten has a duplicate. */
    private static final double MATCHES_FOR_EACH = 0.1;

    private static final double MOST = 0.4;
    private static final MathContext DIGITS = new MathContext(9);

    private MatchModels() {}

    /** Accounts: name, website, phone and address; offices of one company stay apart. */
    public static MatchModel accounts() {
        return ACCOUNTS;
    }

    /** Contacts: account, names, e-mail, phone and address; colleagues and families stay apart. */
    public static MatchModel contacts() {
        return CONTACTS;
    }

    /** Leads: company, names, e-mail, phone and address; colleagues and families stay apart. */
    public static MatchModel leads() {
        return LEADS;
    }

    /**
     * Returns the model with the prior of a set of so many records, of which one in ten has a duplicate: the smaller the
     * set, the less it takes to be a match.
     *
     * @throws IllegalArgumentException if {@code records} is negative
     */
    public static MatchModel sized(MatchModel model, long records) {
        checkArgument(records >= 0, "records must not be negative: %s", records);
        double prior = Math.min(MOST, 2 * MATCHES_FOR_EACH / Math.max(1, records - 1));
        return model.withPriorMatches(new BigDecimal(prior).round(DIGITS).doubleValue());
    }

    private static MatchModel read(String name) {
        String resource = "models/" + name + ".json";
        try {
            String json =
                    Resources.toString(Resources.getResource(MatchModels.class, resource), StandardCharsets.UTF_8);
            return SalesOpsJson.read(json, MatchModel.class).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model " + resource, e);
        }
    }
}
