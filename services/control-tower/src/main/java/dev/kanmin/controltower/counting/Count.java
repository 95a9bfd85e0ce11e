package dev.kanmin.controltower.counting;

import dev.kanmin.codes.Decimal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/**
 * A counted figure.
 *
 * @param cards that it stands on
 * @param leftOut cards that belong to it but of which no part can be given to the place, because
 *     they say several countries or fields without their parts
 */
@Schema(name = "CountedFigure")
public record Count(Decimal value, long cards, long leftOut) {
  static final Count NOTHING = new Count(Decimal.of("0"), 0, 0);

  Count with(BigDecimal more) {
    return new Count(Decimal.of(value.value().add(more)), cards, leftOut);
  }

  Count leavingOut() {
    return new Count(value, cards, leftOut + 1);
  }

  Count plus(Count other) {
    return new Count(
        Decimal.of(value.value().add(other.value.value())),
        cards + other.cards,
        leftOut + other.leftOut);
  }
}
