package io.salesops.core.testkit;

import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.repository.Contacts;
import net.jqwik.api.Arbitrary;

/** What every store of contacts keeps; a test class implements it and makes its own store. */
public interface ContactsContract extends RepositoryContract<Contact, ContactId> {

    @Override
    Contacts newStore();

    @Override
    default Arbitrary<Contact> values() {
        return WideArbitraries.contacts();
    }

    @Override
    default ContactId idOf(Contact value) {
        return value.id();
    }

    @Override
    default Contact withId(Contact value, String text) {
        return value.withId(ContactId.of(text));
    }

    @Override
    default Fields<Contact> fields() {
        return Contact.fields();
    }
}
