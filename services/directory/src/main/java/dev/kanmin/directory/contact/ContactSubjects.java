package dev.kanmin.directory.contact;

import java.util.List;
import reactor.core.publisher.Mono;

/** What contact persons can belong to. */
public interface ContactSubjects {
  /** Whether an id is one of theirs by its form. */
  boolean couldBe(String id);

  /**
   * All ids under which the subject is known, the one in use first: records of it may have been
   * merged.
   *
   * @return empty if there is none
   */
  Mono<List<String>> idsOf(String id);
}
