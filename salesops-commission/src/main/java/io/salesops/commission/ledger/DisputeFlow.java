package io.salesops.commission.ledger;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Which moves of disputes are allowed, and to whom, as data.
 *
 * @param moves the moves; what is not among them is not allowed
 */
public record DisputeFlow(ImmutableList<Move> moves) {

    /**
     * The usual flow: who raised a dispute may withdraw it until it is decided; somebody else takes it under review, puts
     * it back, accepts or rejects it; what is decided or withdrawn stays so.
     */
    public static final DisputeFlow STANDARD = new DisputeFlow(ImmutableList.of(
            new Move(DisputeState.OPEN, DisputeState.UNDER_REVIEW, Actor.REVIEWER),
            new Move(DisputeState.OPEN, DisputeState.WITHDRAWN, Actor.CLAIMANT),
            new Move(DisputeState.UNDER_REVIEW, DisputeState.OPEN, Actor.REVIEWER),
            new Move(DisputeState.UNDER_REVIEW, DisputeState.ACCEPTED, Actor.REVIEWER),
            new Move(DisputeState.UNDER_REVIEW, DisputeState.REJECTED, Actor.REVIEWER),
            new Move(DisputeState.UNDER_REVIEW, DisputeState.WITHDRAWN, Actor.CLAIMANT)));

    /**
     * An allowed move.
     *
     * @param from where the dispute is
     * @param to where it goes
     * @param actor who may move it
     */
    public record Move(DisputeState from, DisputeState to, Actor actor) {}

    /** Returns who may move a dispute from one state to another; empty where nobody may. */
    public Optional<Actor> actor(DisputeState from, DisputeState to) {
        return moves.stream()
                .filter(move -> move.from() == from && move.to() == to)
                .map(Move::actor)
                .findFirst();
    }

    /** Returns the states to which a dispute may go from here. */
    public ImmutableList<DisputeState> next(DisputeState from) {
        return moves.stream()
                .filter(move -> move.from() == from)
                .map(Move::to)
                .collect(ImmutableList.toImmutableList());
    }

    /** Who moves a dispute. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Actor {
        /** The person who raised it. */
        CLAIMANT,
        /** Anybody else: nobody decides on his own claim. */
        REVIEWER
    }
}
