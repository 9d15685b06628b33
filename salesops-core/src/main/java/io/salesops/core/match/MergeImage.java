package io.salesops.core.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;

/** A record as it was, or as it becomes, at one moment of a merge. Immutable and thread-safe. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(MergeImage.OfAccount.class),
    @JsonSubTypes.Type(MergeImage.OfContact.class),
    @JsonSubTypes.Type(MergeImage.OfLead.class)
})
public sealed interface MergeImage {

    /** The text of the record's id. */
    String id();

    /** Calls the case for this kind of record. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of record. */
    interface Cases<R> {
        R account(Account account);

        R contact(Contact contact);

        R lead(Lead lead);
    }

    /**
     * An account.
     *
     * @param account the account
     */
    @JsonTypeName("account")
    record OfAccount(@JsonProperty(required = true) Account account) implements MergeImage {
        @Override
        public String id() {
            return account.id().toString();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.account(account);
        }
    }

    /**
     * A contact.
     *
     * @param contact the contact
     */
    @JsonTypeName("contact")
    record OfContact(@JsonProperty(required = true) Contact contact) implements MergeImage {
        @Override
        public String id() {
            return contact.id().toString();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.contact(contact);
        }
    }

    /**
     * A lead.
     *
     * @param lead the lead
     */
    @JsonTypeName("lead")
    record OfLead(@JsonProperty(required = true) Lead lead) implements MergeImage {
        @Override
        public String id() {
            return lead.id().toString();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.lead(lead);
        }
    }
}
