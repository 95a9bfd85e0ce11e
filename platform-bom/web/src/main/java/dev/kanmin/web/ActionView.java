package dev.kanmin.web;

import dev.kanmin.codes.CodeList;
import dev.kanmin.codes.CodeLists;
import dev.kanmin.events.aggregates.LifeCycle;
import dev.kanmin.events.aggregates.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * Something that can be done with what is shown, or cannot be done now, and why not.
 *
 * @param verb a code of the list {@code <kind>-verbs}
 * @param label of the verb, in the reader's language
 * @param allowed whether the caller may do it now
 * @param rule that forbids it, as the problem would name it; or {@code insufficient-scope}
 * @param detail what that rule would say
 */
public record ActionView(
    String verb, String label, boolean allowed, Optional<String> rule, Optional<String> detail) {
  /** Why a token is refused that lacks a scope (RFC 6750 §3.1). */
  private static final String INSUFFICIENT_SCOPE = "insufficient-scope";

  /** All that a life cycle knows to do with a thing, in its order. */
  public static <T> List<ActionView> of(LifeCycle<?, T> lifeCycle, T thing, Reader reader) {
    CodeList labels = CodeLists.list(lifeCycle.kind() + "-verbs");
    return lifeCycle.actions(thing, reader.agency(), reader.at()).stream()
        .map(
            action -> {
              String label = labels.label(action.verb(), reader.language());
              return reader.caller().has(action.scope())
                  ? of(action, label)
                  : withoutScope(action.verb(), label, action.scope());
            })
        .toList();
  }

  private static ActionView of(LifeCycle.Action action, String label) {
    return new ActionView(
        action.verb(),
        label,
        action.refusal().isEmpty(),
        action.refusal().map(refusal -> refusal.rule().code()),
        action.refusal().map(Refusal::detail));
  }

  private static ActionView withoutScope(String verb, String label, String scope) {
    return new ActionView(
        verb,
        label,
        false,
        Optional.of(INSUFFICIENT_SCOPE),
        Optional.of(BearerChallenge.lacking(scope)));
  }
}
