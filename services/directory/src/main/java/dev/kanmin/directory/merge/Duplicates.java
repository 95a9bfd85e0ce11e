package dev.kanmin.directory.merge;

import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Proposals of records to be merged. */
public record Duplicates(List<DuplicateGroup> items) {

  /**
   * Which proposals to show.
   *
   * @param of only those with this record
   */
  public record DuplicateFilter(Optional<String> of) {}

  /** Each group once, by its first reason. */
  public static Mono<Duplicates> of(Flux<DuplicateGroup> groups, DuplicateFilter filter) {
    return groups
        .filter(group -> filter.of().map(group.ids()::contains).orElse(true))
        .distinct(DuplicateGroup::ids)
        .collectList()
        .map(Duplicates::new);
  }
}
