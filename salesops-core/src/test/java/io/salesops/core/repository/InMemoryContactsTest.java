package io.salesops.core.repository;

import io.salesops.core.testkit.ContactsContract;

class InMemoryContactsTest implements ContactsContract {
    @Override
    public Contacts newStore() {
        return new InMemoryContacts();
    }
}
