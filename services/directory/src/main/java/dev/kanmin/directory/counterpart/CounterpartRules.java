package dev.kanmin.directory.counterpart;

import dev.kanmin.events.aggregates.Rule;
import java.util.Optional;

/** What can forbid a command on a counterpart's record, apart from faults of its profile. */
final class CounterpartRules {
  static final Rule NO_SUCH_COUNTERPART =
      Rule.notFound("no-such-counterpart", "There is no such counterpart");
  static final Rule NOT_YOUR_COUNTERPART =
      Rule.forbidden("not-your-counterpart", "Another agency is responsible for the counterpart");
  static final Rule COUNTERPART_KNOWN =
      Rule.conflict("counterpart-known", "The counterpart has been registered before");
  static final Rule COUNTERPART_MERGED =
      Rule.conflict("counterpart-merged", "The record goes on in another one");

  private CounterpartRules() {}

  static Optional<String> registered(Counterpart counterpart) {
    return counterpart.exists() ? Optional.of("Change its profile instead.") : Optional.empty();
  }
}
