package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How leads merge. The postal address is one field; without a custom field that says more, the day a lead came in is the day it
 * was changed, and its campaign is its source.
 */
final class LeadMergeShape implements MergeShape<Lead> {
    private static final ImmutableList<MergeField<Lead>> FIELDS = ImmutableList.of(
            new MergeField<>("company", Lead::company, (to, from) -> to.withCompany(from.company())),
            new MergeField<>("lastName", Lead::lastName, (to, from) -> to.withLastName(from.lastName())),
            new MergeField<>("firstName", Lead::firstName, (to, from) -> to.withFirstName(from.firstName())),
            new MergeField<>("email", Lead::email, (to, from) -> to.withEmail(from.email())),
            new MergeField<>("phone", Lead::phone, (to, from) -> to.withPhone(from.phone())),
            new MergeField<>("source", Lead::source, (to, from) -> to.withSource(from.source())),
            new MergeField<>("status", Lead::status, (to, from) -> to.withStatus(from.status())),
            new MergeField<>("createdAt", Lead::createdAt, (to, from) -> to.withCreatedAt(from.createdAt())),
            new MergeField<>("address", Lead::address, (to, from) -> to.withAddress(from.address())),
            new MergeField<>("owner", Lead::owner, (to, from) -> to.withOwner(from.owner())));

    @Override
    public String plural() {
        return "leads";
    }

    @Override
    public Comparable<?> id(Lead lead) {
        return lead.id();
    }

    @Override
    public ImmutableList<MergeField<Lead>> fields() {
        return FIELDS;
    }

    @Override
    public Stream<MergeField<Lead>> custom(Collection<Lead> members) {
        return MergeField.custom(members, Lead::custom, Lead::withCustom);
    }

    @Override
    public Optional<Instant> modifiedAt(Lead lead, String field) {
        return MergeField.moment(lead.custom(), field).or(lead::createdAt);
    }

    @Override
    public Optional<String> source(Lead lead, String field) {
        return lead.custom().get(field, String.class).or(lead::source);
    }

    @Override
    public Lead complete(Lead golden, Collection<Lead> members) {
        return golden;
    }

    @Override
    public Optional<String> reference(Lead lead) {
        return Optional.empty();
    }

    @Override
    public Optional<Lead> redirected(Lead lead, Set<String> retired, Lead golden) {
        return Optional.empty();
    }

    @Override
    public MergeImage image(Lead lead) {
        return new MergeImage.OfLead(lead);
    }

    @Override
    public Optional<Lead> value(MergeImage image) {
        return image.match(new MergeImage.Cases<>() {
            @Override
            public Optional<Lead> account(Account account) {
                return Optional.empty();
            }

            @Override
            public Optional<Lead> contact(Contact contact) {
                return Optional.empty();
            }

            @Override
            public Optional<Lead> lead(Lead lead) {
                return Optional.of(lead);
            }
        });
    }
}
