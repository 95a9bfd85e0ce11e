package dev.kanmin.gateway.page;

import dev.kanmin.gateway.form.Api;
import dev.kanmin.gateway.form.Operation;
import dev.kanmin.gateway.owner.Owners;
import dev.kanmin.gateway.owner.Owners.Asking;
import dev.kanmin.gateway.owner.Reply;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.picture.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds a record at the service that owns it. Which of its addresses a record has is not declared
 * anywhere: it is tried, those first that sound like its kind, and remembered for all ids that
 * begin alike.
 */
final class RecordSource {
  private static final int MOST_KNOWN = 200;

  private final Owners owners;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  RecordSource(Owners owners) {
    this.owners = owners;
  }

  /**
   * A record as its owner shows it.
   *
   * @param read its address
   */
  record Owned(Operation read, Reply reply) {
    Map<String, String> variables(String id) {
      return Map.of(read.variables().getFirst(), id);
    }
  }

  /** Empty if no service shows it to this person. */
  Mono<Owned> find(String id, Api api, Picture picture, Asking who) {
    Optional<Subject> subject = picture.subject(id);
    return Flux.fromIterable(candidates(id, api, subject))
        .concatMap(
            read ->
                owners
                    .read(read, Map.of(read.variables().getFirst(), id), who)
                    .map(reply -> new Owned(read, reply)),
            1)
        .filter(owned -> owned.reply().isGood())
        .next()
        .doOnNext(owned -> remember(id, owned.read()));
  }

  private List<Operation> candidates(String id, Api api, Optional<Subject> subject) {
    Optional<Operation> learned = Optional.ofNullable(known.get(prefix(id))).flatMap(api::find);
    if (learned.isPresent()) {
      return List.of(learned.get());
    }
    String service = subject.map(it -> it.source().substring(1)).orElse("");
    String kind = subject.flatMap(Subject::row).map(Row::card).map(card -> card.kind()).orElse("");
    return api.records().stream()
        .filter(read -> service.isEmpty() || read.service().equals(service))
        .sorted(Comparator.comparing(read -> !sounds(read.noun(), kind)))
        .toList();
  }

  private void remember(String id, Operation read) {
    if (known.size() < MOST_KNOWN) {
      known.put(prefix(id), read.id());
    }
  }

  /** {@code msn} of {@code msn_01JX…}. */
  private static String prefix(String id) {
    int end = id.indexOf('_');
    return end < 0 ? id : id.substring(0, end);
  }

  /** Whether that is the plural of this. */
  static boolean sounds(String noun, String kind) {
    return !kind.isEmpty() && noun.startsWith(kind.substring(0, Math.max(1, kind.length() - 1)));
  }
}
