package io.salesops.core.repository;

import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;

/** Contacts in memory. */
final class InMemoryContacts extends InMemoryRepository<Contact, ContactId> implements Contacts {
    InMemoryContacts() {
        super(Contact::id);
    }
}
