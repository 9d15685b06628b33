package io.salesops.commission.credit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.credit.Credit.Role;
import io.salesops.commission.credit.Portion.Origin;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.Step;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;

/** Writes what became of the items of one event: as credits, as what nobody has, and as steps. */
final class CreditWriter {
    private final RuleBook book;
    private final CreditEvent event;
    private final List<ItemCredits> items;

    CreditWriter(RuleBook book, CreditEvent event, List<ItemCredits> items) {
        this.book = book;
        this.event = event;
        this.items = items;
    }

    ImmutableList<Credit> credits() {
        List<Credit> credits = new ArrayList<>();
        for (ItemCredits item : items) {
            for (Pot pot : item.pot().stream().toList()) {
                for (Portion portion : pot.direct()) {
                    if (portion.origin().payee().isPresent()) {
                        Credit credit = credit(item.item(), portion, pot, Optional.empty());
                        credits.add(credit);
                        portion.raised()
                                .forEach(raised -> credits.add(credit(
                                        item.item(),
                                        raised,
                                        pot,
                                        Optional.of(credit.id().value()))));
                    }
                }
                pot.overlays().forEach(portion -> credits.add(credit(item.item(), portion, pot, Optional.empty())));
            }
        }
        return ImmutableList.sortedCopyOf(Comparator.comparing(Credit::id), credits);
    }

    /** The id says whence the credit comes; slashes in its parts are written as in a JSON pointer. */
    private Credit credit(CreditItem item, Portion portion, Pot pot, Optional<String> below) {
        Origin origin = portion.origin();
        String payee = origin.payee().orElseThrow().value();
        String whence = below.orElseGet(() -> part(event.id().value())
                + item.line().map(line -> "/" + part(line.id())).orElse(""));
        String id = whence + "/" + part(origin.id()) + "/" + part(payee);
        return Credit.builder()
                .id(CreditId.of(id))
                .payee(origin.payee().orElseThrow())
                .source(event.source())
                .date(event.date())
                .amount(amount(portion, pot))
                .basis(event.basis())
                .measure(origin.measure())
                .recordedAt(event.recordedAt())
                .account(event.account())
                .product(item.line().flatMap(EventLine::product))
                .units(portion.parcel().units())
                .margin(portion.parcel().margin().map(margin -> Amounts.of(margin, pot.currency())))
                .role(origin.role())
                .level(origin.level())
                .rolledUpFrom(origin.from())
                .rule(origin.ref())
                .custom(item.custom())
                .build();
    }

    private static String part(String text) {
        return text.replace("~", "~0").replace("/", "~1");
    }

    private static MonetaryAmount amount(Portion portion, Pot pot) {
        return Amounts.of(portion.parcel().amount(), pot.currency());
    }

    ImmutableList<Uncredited> uncredited() {
        ImmutableList.Builder<Uncredited> all = ImmutableList.builder();
        for (ItemCredits item : items) {
            item.excluded()
                    .ifPresent(exclusion -> all.add(uncredited(
                            item.item(), Amounts.of(item.whole(), event.amount().getCurrency()), exclusion.words())));
            for (Pot pot : item.pot().stream().toList()) {
                for (Portion portion : pot.direct()) {
                    if (portion.origin().payee().isEmpty()) {
                        all.add(uncredited(
                                item.item(),
                                amount(portion, pot),
                                portion.origin().why()));
                    }
                }
            }
        }
        return all.build();
    }

    private Uncredited uncredited(CreditItem item, MonetaryAmount amount, String reason) {
        return new Uncredited(event.id(), item.line().map(EventLine::id), amount, reason);
    }

    /** The steps sum to all that was credited, and what was not: to the event, and what comes on top. */
    Explanation explanation() {
        List<Step> steps = new ArrayList<>();
        for (ItemCredits item : items) {
            item.excluded()
                    .ifPresent(exclusion -> steps.add(Step.builder()
                            .rule(exclusion.ref())
                            .label(named(item) + "credited to nobody, " + exclusion.words())
                            .amount(quantity(item.whole()))
                            .build()));
            for (Pot pot : item.pot().stream().toList()) {
                String line = named(item);
                group(line + "split", pot.direct(), steps);
                group(line + "on top", pot.overlays(), steps);
                List<Portion> raised = pot.direct().stream()
                        .flatMap(portion -> portion.raised().stream())
                        .toList();
                group(line + "rolled up", raised, steps);
            }
        }
        BigDecimal total = steps.stream().map(step -> step.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        String subject = event.id() + " of " + quantity(Amounts.number(event.amount())) + " on " + event.date()
                + event.reverses().map(original -> ", takes back " + original).orElse("") + ", rules "
                + book.rules().id() + " v" + book.rules().version();
        return new Explanation.Sum(subject, quantity(total), ImmutableList.copyOf(steps));
    }

    private void group(String label, List<Portion> portions, List<Step> steps) {
        if (portions.isEmpty()) {
            return;
        }
        ImmutableList<Step> parts = portions.stream().map(this::step).collect(ImmutableList.toImmutableList());
        BigDecimal sum = parts.stream().map(part -> part.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        steps.add(Step.builder()
                .rule(book.ref(""))
                .label(label)
                .amount(quantity(sum))
                .parts(parts)
                .build());
    }

    private Step step(Portion portion) {
        Origin origin = portion.origin();
        ImmutableMap.Builder<String, String> inputs = ImmutableMap.builder();
        String share = new Rate(origin.share()).toString();
        inputs.put("share", share);
        String label;
        if (origin.payee().isEmpty()) {
            label = "nobody, {why}";
            inputs.put("why", origin.why());
        } else {
            label = "{payee}, {share} by {rule}";
            inputs.put("payee", origin.payee().get().value()).put("rule", origin.id());
            if (origin.role() == Role.ROLL_UP) {
                label = "{payee}, {share} of {from}, level {level} of {rule}";
                inputs.put("from", origin.from().map(Object::toString).orElse(""))
                        .put("level", Integer.toString(origin.level()));
            } else if (!origin.why().isEmpty()) {
                label += ", {when}";
                inputs.put("when", origin.why());
            }
        }
        return Step.builder()
                .rule(origin.ref())
                .label(label)
                .amount(quantity(portion.parcel().amount()))
                .residue(portion.residue())
                .inputs(inputs.build())
                .build();
    }

    private static String named(ItemCredits item) {
        return item.item().line().map(line -> "line " + line.id() + ", ").orElse("");
    }

    private Quantity quantity(BigDecimal number) {
        return Quantity.of(number, event.amount().getCurrency().getCurrencyCode());
    }
}
