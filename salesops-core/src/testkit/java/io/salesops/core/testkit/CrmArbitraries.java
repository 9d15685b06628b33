package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Activity;
import io.salesops.core.crm.ActivityId;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.By;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.CustomFields.CustomValue;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.Product;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.ProductLine;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RampSchedule;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.crm.SalesforceId;
import io.salesops.core.crm.Team;
import io.salesops.core.crm.TeamId;
import io.salesops.core.crm.UserId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;

/**
 * Generators of CRM records, valid by construction: names in several scripts, amounts with no, two and three decimals,
 * fields that are missing, histories that agree with the record. Ids come from small sets, so that records refer to each
 * other.
 */
public final class CrmArbitraries {
    private static final ImmutableList<String> LETTERS = ImmutableList.of(
            "a", "B", "z", "0", "7", "ß", "é", "e\u0301", "Ö", "ñ", "Ж", "ل", "東", "京", "한", "𝔘", "🚀", " ", "'", "\"",
            "-", "&", ",", "/");
    private static final ImmutableList<String> CURRENCIES = ImmutableList.of("JPY", "USD", "KWD");
    private static final ImmutableList<String> STAGES =
            ImmutableList.of("Prospecting", "Engaging", "Proposal", "Won", "Lost");

    private CrmArbitraries() {}

    /** Names: one to twelve characters of several scripts, with inner spaces and punctuation, never blank. */
    public static Arbitrary<String> names() {
        Arbitrary<String> letter = Arbitraries.of(LETTERS);
        return Combinators.combine(
                        Arbitraries.of("A", "Ö", "東", "x"), letter.list().ofMaxSize(11))
                .as((first, rest) -> first + String.join("", rest));
    }

    /** Amounts in yen, dollars and dinars, positive, negative and zero, at most at the currency's own scale. */
    public static Arbitrary<MonetaryAmount> amounts() {
        return Arbitraries.of(CURRENCIES).flatMap(CrmArbitraries::amounts);
    }

    /** Amounts in one currency. */
    public static Arbitrary<MonetaryAmount> amounts(String currency) {
        int decimals = Monetary.getCurrency(currency).getDefaultFractionDigits();
        return Arbitraries.longs()
                .between(-1_000_000_000_000L, 1_000_000_000_000L)
                .map(minor -> Amounts.of(BigDecimal.valueOf(minor, decimals), Monetary.getCurrency(currency)));
    }

    /** Days of forty years around 2000, leap days among them. */
    public static Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(3_652, 18_262).map(LocalDate::ofEpochDay);
    }

    /** Instants of the same years, to the millisecond. */
    public static Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(315_532_800_000L, 1_577_836_800_000L).map(Instant::ofEpochMilli);
    }

    /** Ranges of days, some without a bound, some empty. */
    public static Arbitrary<DateRange> dateRanges() {
        return Combinators.combine(
                        days(),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.integers().between(0, 5))
                .as((from, length, kind) -> switch (kind) {
                    case 0 -> DateRange.always();
                    case 1 -> DateRange.from(from);
                    case 2 -> DateRange.before(from);
                    default -> DateRange.of(from, from.plusDays(length));
                });
    }

    /** Typed ids with a prefix and one of thirty numbers, for example {@code ids("A-", AccountId::of)}. */
    public static <I> Arbitrary<I> ids(String prefix, Function<String, I> type) {
        return Arbitraries.integers().between(1, 30).map(number -> type.apply(prefix + number));
    }

    /** Salesforce ids. */
    public static Arbitrary<SalesforceId> salesforceIds() {
        return Arbitraries.strings()
                .withCharRange('0', '9')
                .withCharRange('A', 'Z')
                .withCharRange('a', 'z')
                .ofLength(15)
                .map(SalesforceId::of);
    }

    /** Values of custom fields, each kind. */
    public static Arbitrary<CustomValue> customValues() {
        return Arbitraries.oneOf(
                names().map(CustomFields.Text::new),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.valueOf(-1_000_000), BigDecimal.valueOf(1_000_000))
                        .ofScale(4)
                        .map(CustomFields.Decimal::new),
                Arbitraries.of(true, false).map(CustomFields.Flag::new),
                days().map(CustomFields.Day::new),
                amounts().map(CustomFields.Money::new));
    }

    /** Up to three custom fields. */
    public static Arbitrary<CustomFields> customFields() {
        return Arbitraries.maps(Arbitraries.of("segment", "score", "renewal", "Größe"), customValues())
                .ofMaxSize(3)
                .map(CustomFields::of);
    }

    /** Who changed something, and when. */
    public static Arbitrary<By> by() {
        return Combinators.combine(ids("u-", UserId::of), instants()).as(By::new);
    }

    /** Addresses with any of their parts. */
    public static Arbitrary<Address> addresses() {
        return Combinators.combine(
                        maybe(names()),
                        maybe(names()),
                        maybe(names()),
                        maybe(Arbitraries.of("01067", "W1A 0AX", "10115")),
                        maybe(Arbitraries.of("DE", "US", "JP", "Philipines")))
                .as((street, city, state, postalCode, country) -> Address.builder()
                        .street(street)
                        .city(city)
                        .state(state)
                        .postalCode(postalCode)
                        .country(country)
                        .build());
    }

    /** Accounts; the parent may be any account, the account itself too. */
    public static Arbitrary<Account> accounts() {
        return Builders.withBuilder(Account::builder)
                .use(ids("A-", AccountId::of))
                .in((account, id) -> account.id(id))
                .use(names())
                .in((account, name) -> account.name(name))
                .use(maybe(ids("A-", AccountId::of)))
                .in((account, parent) -> account.parent(parent))
                .use(maybe(Arbitraries.of("acme.com", "https://www.acme.com/de", "n/a")))
                .in((account, website) -> account.website(website))
                .use(maybe(phones()))
                .in((account, phone) -> account.phone(phone))
                .use(maybe(addresses()))
                .in((account, address) -> account.address(address))
                .use(maybe(Arbitraries.of("software", "retail", "technolgy")))
                .in((account, industry) -> account.industry(industry))
                .use(maybe(Arbitraries.longs().between(0, 500_000)))
                .in((account, employees) -> account.employees(employees))
                .use(maybe(amounts()))
                .in((account, revenue) -> account.revenue(revenue))
                .use(maybe(ids("r-", RepId::of)))
                .in((account, owner) -> account.owner(owner))
                .use(maybe(instants()))
                .in((account, at) -> account.modifiedAt(at))
                .use(customFields())
                .in((account, custom) -> account.custom(custom))
                .build(Account.Builder::build);
    }

    /** Contacts. */
    public static Arbitrary<Contact> contacts() {
        return Builders.withBuilder(Contact::builder)
                .use(ids("C-", ContactId::of))
                .in((contact, id) -> contact.id(id))
                .use(maybe(ids("A-", AccountId::of)))
                .in((contact, account) -> contact.account(account))
                .use(names())
                .in((contact, name) -> contact.lastName(name))
                .use(maybe(names()))
                .in((contact, name) -> contact.firstName(name))
                .use(maybe(emails()))
                .in((contact, email) -> contact.email(email))
                .use(maybe(phones()))
                .in((contact, phone) -> contact.phone(phone))
                .use(maybe(names()))
                .in((contact, title) -> contact.title(title))
                .use(maybe(addresses()))
                .in((contact, address) -> contact.address(address))
                .use(customFields())
                .in((contact, custom) -> contact.custom(custom))
                .build(Contact.Builder::build);
    }

    /** Leads. */
    public static Arbitrary<Lead> leads() {
        return Builders.withBuilder(Lead::builder)
                .use(ids("L-", LeadId::of))
                .in((lead, id) -> lead.id(id))
                .use(maybe(names()))
                .in((lead, company) -> lead.company(company))
                .use(maybe(names()))
                .in((lead, name) -> lead.lastName(name))
                .use(maybe(names()))
                .in((lead, name) -> lead.firstName(name))
                .use(maybe(emails()))
                .in((lead, email) -> lead.email(email))
                .use(maybe(phones()))
                .in((lead, phone) -> lead.phone(phone))
                .use(maybe(Arbitraries.of("web", "fair", "partner")))
                .in((lead, source) -> lead.source(source))
                .use(maybe(Arbitraries.of("new", "working", "converted")))
                .in((lead, status) -> lead.status(status))
                .use(maybe(instants()))
                .in((lead, at) -> lead.createdAt(at))
                .use(maybe(addresses()))
                .in((lead, address) -> lead.address(address))
                .use(maybe(ids("r-", RepId::of)))
                .in((lead, owner) -> lead.owner(owner))
                .use(customFields())
                .in((lead, custom) -> lead.custom(custom))
                .build(Lead.Builder::build);
    }

    /** Products. */
    public static Arbitrary<Product> products() {
        return Combinators.combine(
                        ids("P-", ProductId::of),
                        names(),
                        maybe(names()),
                        maybe(amounts()),
                        Arbitraries.of(true, false))
                .as((id, name, family, listPrice, active) -> Product.builder()
                        .id(id)
                        .name(name)
                        .family(family)
                        .listPrice(listPrice)
                        .active(active)
                        .build());
    }

    /** Lines of any products, with list and sold amounts or without. */
    public static Arbitrary<ProductLine> productLines() {
        return Combinators.combine(
                        ids("P-", ProductId::of),
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, BigDecimal.valueOf(10_000))
                                .ofScale(3),
                        maybe(amounts()),
                        maybe(amounts()))
                .as(ProductLine::new);
    }

    /** Opportunities with lines and a history, in any order, that leads to the record as it is. */
    public static Arbitrary<Opportunity> opportunities() {
        return opportunityLives()
                .map(life -> life.get(life.size() - 1))
                .flatMap(deal -> Arbitraries.shuffle(deal.history())
                        .map(history -> deal.withHistory(ImmutableList.copyOf(history))));
    }

    /** The states of an opportunity from its creation on, one more after each recorded change; some changes share an instant. */
    public static Arbitrary<ImmutableList<Opportunity>> opportunityLives() {
        Arbitrary<List<Move>> moves = Combinators.combine(
                        deltas(), Arbitraries.integers().between(0, 3), ids("u-", UserId::of))
                .as(Move::new)
                .list()
                .ofMaxSize(8);
        return Combinators.combine(newOpportunities(), moves).as((created, changes) -> {
            List<Opportunity> life = new ArrayList<>(List.of(created));
            Instant at = created.createdAt().orElseThrow();
            for (Move move : changes) {
                at = at.plusSeconds(move.hours() * 3_600L);
                By by = new By(move.who(), at);
                life.add(move.delta().apply(life.get(life.size() - 1), by));
            }
            return ImmutableList.copyOf(life);
        });
    }

    private static Arbitrary<Opportunity> newOpportunities() {
        return Builders.withBuilder(Opportunity::builder)
                .use(ids("O-", OpportunityId::of))
                .in((deal, id) -> deal.id(id))
                .use(maybe(names()))
                .in((deal, name) -> deal.name(name))
                .use(maybe(ids("A-", AccountId::of)))
                .in((deal, account) -> deal.account(account))
                .use(maybe(ids("r-", RepId::of)))
                .in((deal, owner) -> deal.owner(owner))
                .use(Arbitraries.of(STAGES))
                .in((deal, stage) -> deal.stage(stage))
                .use(maybe(amounts()))
                .in((deal, amount) -> deal.amount(amount))
                .use(maybe(days()))
                .in((deal, day) -> deal.closeDate(day))
                .use(instants())
                .in((deal, at) -> deal.createdAt(at))
                .use(maybe(days()))
                .in((deal, day) -> deal.engagedOn(day))
                .use(productLines().list().ofMaxSize(4))
                .in((deal, lines) -> deal.lines(lines))
                .use(customFields())
                .in((deal, custom) -> deal.custom(custom))
                .build(Opportunity.Builder::build);
    }

    /** A change of an opportunity, not yet dated. */
    private interface Delta {
        Opportunity apply(Opportunity deal, By by);
    }

    private record Move(Delta delta, int hours, UserId who) {}

    private static Arbitrary<Delta> deltas() {
        return Arbitraries.oneOf(
                Arbitraries.of(STAGES)
                        .map(stage -> (deal, by) -> deal.change(Opportunity.STAGE, Optional.of(stage), by)),
                maybe(amounts()).map(amount -> (deal, by) -> deal.change(Opportunity.AMOUNT, amount, by)),
                maybe(days()).map(day -> (deal, by) -> deal.change(Opportunity.CLOSE_DATE, day, by)),
                maybe(ids("r-", RepId::of)).map(owner -> (deal, by) -> deal.change(Opportunity.OWNER, owner, by)),
                maybe(names())
                        .map(text -> (deal, by) -> deal.change(Opportunity.custom("nextStep", String.class), text, by)),
                maybe(days())
                        .map(day ->
                                (deal, by) -> deal.change(Opportunity.custom("trialEnds", LocalDate.class), day, by)));
    }

    /** Activities. */
    public static Arbitrary<Activity> activities() {
        return Combinators.combine(
                        ids("E-", ActivityId::of),
                        Arbitraries.of("call", "meeting", "email"),
                        instants(),
                        maybe(ids("r-", RepId::of)),
                        maybe(ids("A-", AccountId::of)),
                        maybe(ids("C-", ContactId::of)),
                        maybe(ids("O-", OpportunityId::of)),
                        maybe(ids("L-", LeadId::of)))
                .as((id, kind, at, owner, account, contact, opportunity, lead) -> Activity.builder()
                        .id(id)
                        .kind(kind)
                        .at(at)
                        .owner(owner)
                        .account(account)
                        .contact(contact)
                        .opportunity(opportunity)
                        .lead(lead)
                        .build());
    }

    /** Reps. */
    public static Arbitrary<SalesRep> salesReps() {
        return Combinators.combine(
                        ids("r-", RepId::of), names(), maybe(ids("t-", TeamId::of)), maybe(names()), dateRanges())
                .as((id, name, team, region, active) -> SalesRep.builder()
                        .id(id)
                        .name(name)
                        .team(team)
                        .region(region)
                        .active(active)
                        .build());
    }

    /** Teams with members by date. */
    public static Arbitrary<Team> teams() {
        return Combinators.combine(
                        ids("t-", TeamId::of),
                        names(),
                        maybe(ids("t-", TeamId::of)),
                        maybe(ids("r-", RepId::of)),
                        Combinators.combine(ids("r-", RepId::of), dateRanges())
                                .as(Team.Membership::new)
                                .list()
                                .ofMaxSize(5))
                .as((id, name, parent, manager, members) -> Team.builder()
                        .id(id)
                        .name(name)
                        .parent(parent)
                        .manager(manager)
                        .members(members)
                        .build());
    }

    /** Quotas. */
    public static Arbitrary<Quota> quotas() {
        return Combinators.combine(
                        ids("r-", RepId::of),
                        Arbitraries.of("bookings", "renewals"),
                        dateRanges(),
                        amounts(),
                        Arbitraries.integers().between(1, 4))
                .as((owner, measure, period, amount, version) -> Quota.builder()
                        .owner(owner)
                        .measure(measure)
                        .period(period)
                        .amount(amount.isNegative() ? amount.negate() : amount)
                        .version(version)
                        .build());
    }

    /** Ramps of up to a year. */
    public static Arbitrary<RampSchedule> rampSchedules() {
        return Arbitraries.longs()
                .between(0, 120)
                .map(Rate::ofPercent)
                .list()
                .ofMaxSize(12)
                .map(RampSchedule::of);
    }

    /** Hierarchies without findings: each rep has one manager on a day, and managers have smaller numbers than their reports. */
    public static Arbitrary<Hierarchy> hierarchies() {
        Arbitrary<Integer> spell = Arbitraries.integers().between(1, 400);
        Arbitrary<List<Hierarchy.Reporting>> ofOne = Combinators.combine(
                        Arbitraries.integers().between(2, 9),
                        days(),
                        Combinators.combine(Arbitraries.integers().between(1, 100), spell)
                                .as((manager, length) -> new int[] {manager, length})
                                .list()
                                .ofMaxSize(3))
                .as((rep, start, spells) -> {
                    List<Hierarchy.Reporting> links = new ArrayList<>();
                    LocalDate from = start;
                    for (int[] next : spells) {
                        LocalDate before = from.plusDays(next[1]);
                        links.add(new Hierarchy.Reporting(
                                RepId.of("r-" + rep),
                                RepId.of("r-" + (1 + next[0] % (rep - 1))),
                                DateRange.of(from, before)));
                        from = before;
                    }
                    return links;
                });
        return ofOne.list()
                .uniqueElements(links -> links.isEmpty() ? "" : links.get(0).rep())
                .ofMaxSize(8)
                .map(links -> links.stream().flatMap(List::stream).toList())
                .map(links -> Hierarchy.builder().links(links).build());
    }

    private static Arbitrary<String> phones() {
        return Arbitraries.of("+49 30 901820", "(212) 555-0100", "0312345678");
    }

    private static Arbitrary<String> emails() {
        return Arbitraries.of("ana@acme.com", "J.DOE@ACME.COM", "jörg@müller.de");
    }

    private static <V> Arbitrary<Optional<V>> maybe(Arbitrary<V> values) {
        return values.optional(0.7);
    }
}
