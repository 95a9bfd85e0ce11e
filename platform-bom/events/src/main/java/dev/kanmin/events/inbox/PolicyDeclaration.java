package dev.kanmin.events.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * What a policy hears and what can come of it, for the contract of its service: from all of them
 * follows that no reaction leads to itself.
 *
 * @param name unique in its service
 * @param hears published types, sorted
 * @param hearsCardsOf kinds of which every event is heard, sorted
 * @param causes what it can lead to, sorted by type
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PolicyDeclaration(
    String name,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> hears,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<CardsOf> hearsCardsOf,
    List<Caused> causes) {

  /** Cards of a kind that a service publishes. */
  public record CardsOf(String service, String kind) {}

  /** A published type, and the kind of the subjects that it is about. */
  public record Caused(String type, String kind) {}
}
