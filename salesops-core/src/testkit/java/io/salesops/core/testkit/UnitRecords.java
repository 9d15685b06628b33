package io.salesops.core.testkit;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.By;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.crm.UserId;
import io.salesops.core.event.DomainEvent;
import io.salesops.core.event.EventId;
import java.time.Instant;
import java.util.List;

/** An account and a contact that units of work count in, and events. */
final class UnitRecords {
    static final AccountId ACCOUNT = AccountId.of("A-1");
    static final ContactId CONTACT = ContactId.of("C-1");
    static final List<ContactId> CONTACTS = List.of(CONTACT, ContactId.of("C-2"));

    private UnitRecords() {}

    static Account account(long employees) {
        return Account.builder().id(ACCOUNT).name("Acme").employees(employees).build();
    }

    static Contact contact(String lastName) {
        return contact("C-1", lastName);
    }

    static Contact contact(String id, String lastName) {
        return Contact.builder().id(ContactId.of(id)).lastName(lastName).build();
    }

    static DomainEvent event(String id) {
        return DomainEvent.builder()
                .id(EventId.of(id))
                .type("account.merged")
                .subject("A-1")
                .by(new By(UserId.of("u-1"), Instant.EPOCH))
                .build();
    }

    /** A port that nobody has a store for. */
    interface Unregistered {}
}
