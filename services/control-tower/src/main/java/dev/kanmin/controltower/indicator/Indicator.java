package dev.kanmin.controltower.indicator;

import dev.kanmin.codes.AgencyCode;
import java.util.Optional;

/** The state of an indicator. */
public record Indicator(
    IndicatorState state, Optional<AgencyCode> owner, Optional<Definition> definition) {
  static final Indicator NONE =
      new Indicator(IndicatorState.CURRENT, Optional.empty(), Optional.empty());

  public Definition known() {
    return definition.orElseThrow();
  }

  boolean isOwnedBy(AgencyCode agency) {
    return owner.equals(Optional.of(agency));
  }
}
