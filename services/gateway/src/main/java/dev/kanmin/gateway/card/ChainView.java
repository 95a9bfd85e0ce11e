package dev.kanmin.gateway.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kanmin.gateway.view.ViewParts.Labelled;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import dev.kanmin.gateway.view.ViewParts.SubjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that followed from one need, mission or other beginning.
 *
 * @param subjects the public ones, in the order of their first events
 * @param events what came of what: nothing before what caused it, else by time
 */
record ChainView(
    String chain, int live, List<Member> subjects, List<Step> events, List<LeftOut> leftOut) {

  /** A subject of the chain. */
  record Member(@JsonUnwrapped SubjectRef subject, boolean live) {}

  /**
   * An event.
   *
   * @param reference as other events name it as their cause
   * @param from state before; absent if nothing was public then
   * @param to state after; absent if nothing is public since
   * @param since time since the event before it in this list; negative when that came later
   * @param causedBy reference of the event that led to it
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Step(
      String reference,
      String subject,
      String event,
      Instant at,
      Labelled by,
      Optional<Labelled> from,
      Optional<Labelled> to,
      Optional<Duration> since,
      Optional<String> causedBy) {}
}
