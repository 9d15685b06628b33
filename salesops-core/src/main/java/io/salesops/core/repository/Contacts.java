package io.salesops.core.repository;

import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;

/** Port: where the application keeps its contacts. */
public interface Contacts extends Repository<Contact, ContactId> {}
