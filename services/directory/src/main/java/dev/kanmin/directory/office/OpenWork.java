package dev.kanmin.directory.office;

import dev.kanmin.codes.AgencyCode;
import reactor.core.publisher.Mono;

/** Records of one kind that offices look after. */
public interface OpenWork {
  /** How many active ones that office looks after. */
  Mono<Long> of(AgencyCode agency, String office);
}
