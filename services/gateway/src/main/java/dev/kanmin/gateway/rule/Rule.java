package dev.kanmin.gateway.rule;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.kanmin.codes.Coded;
import dev.kanmin.events.wire.Card.Responsible;
import java.util.Optional;
import java.util.Set;

/**
 * When something is to be done about a live subject: whenever all that the rule states is so.
 *
 * @param code of {@code to-do-rules}, which has the words
 * @param concerns roles of those whose it is
 * @param gap whether it is a gap of the cells that the subject is in
 * @param kinds of subject; none: any
 * @param states in one of which it is; none: any
 * @param unclassified whether it has no field
 * @param facet what sort of thing it is
 * @param date that has passed, or is near
 * @param unchangedDays without any event for so many days
 * @param withoutLink a link that is missing
 */
public record Rule(
    String code,
    Severity severity,
    Set<String> concerns,
    @JsonSetter(nulls = Nulls.AS_EMPTY) boolean gap,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Set<String> kinds,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Set<String> states,
    @JsonSetter(nulls = Nulls.AS_EMPTY) boolean unclassified,
    Optional<FacetCondition> facet,
    Optional<DateCondition> date,
    Optional<Integer> unchangedDays,
    Optional<LinkCondition> withoutLink) {

  /** How much it matters. */
  public enum Severity implements Coded {
    HIGH,
    MEDIUM,
    LOW
  }

  /**
   * At least one code of a facet.
   *
   * @param list name of the code list
   * @param codes one of these; none: any
   * @param having an attribute that the code has in its list
   */
  public record FacetCondition(
      String list,
      @JsonSetter(nulls = Nulls.AS_EMPTY) Set<String> codes,
      Optional<String> having) {}

  /**
   * A date.
   *
   * @param what code of {@code date-kinds}
   * @param withinDays that lies between today and so many days ahead; else one that has passed
   */
  public record DateCondition(String what, Optional<Integer> withinDays) {}

  /**
   * A link that there is none of.
   *
   * @param incoming whether one that points here, and not one from here, is missed
   * @param rels codes of {@code link-kinds}; none: any
   * @param kinds of the subject at the other end; none: any
   * @param live whether the subject at the other end must not have ended
   */
  public record LinkCondition(
      @JsonSetter(nulls = Nulls.AS_EMPTY) boolean incoming,
      @JsonSetter(nulls = Nulls.AS_EMPTY) Set<String> rels,
      @JsonSetter(nulls = Nulls.AS_EMPTY) Set<String> kinds,
      @JsonSetter(nulls = Nulls.AS_EMPTY) boolean live) {}

  /** Whether it is theirs to do. */
  public boolean concerns(Responsible one) {
    return concerns.contains(one.role());
  }
}
