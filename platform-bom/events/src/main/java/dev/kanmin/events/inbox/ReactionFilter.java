package dev.kanmin.events.inbox;

import com.mongodb.client.model.Filters;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * Which of the reactions are wanted.
 *
 * @param chain only to events of that chain
 * @param policy only of that policy
 * @param refused only those that have, or have not, commands that a rule refused
 */
public record ReactionFilter(
    Optional<String> chain, Optional<String> policy, Optional<Boolean> refused) {

  /** For a query of {@link Policies#reactions()}. */
  public Bson toBson() {
    return Stream.of(
            chain.map(wanted -> Filters.eq("chain", wanted)),
            policy.map(wanted -> Filters.eq("policy", wanted)),
            refused.map(wanted -> wanted ? Filters.gt("refused", 0L) : Filters.eq("refused", 0L)))
        .flatMap(Optional::stream)
        .reduce(Filters::and)
        .orElseGet(Filters::empty);
  }
}
