package dev.kanmin.web;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Language;
import java.time.Instant;

/**
 * Who looks at something, in which language, and when: what a view needs that says what may be done
 * with it. Resolved as argument of handler methods.
 *
 * @param language by {@code Accept-Language}; English if the caller states no preference
 */
public record Reader(Caller caller, Language language, Instant at) {
  public AgencyCode agency() {
    return caller.agency();
  }
}
