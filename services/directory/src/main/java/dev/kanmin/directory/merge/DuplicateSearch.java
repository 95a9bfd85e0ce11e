package dev.kanmin.directory.merge;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.directory.merge.DuplicateGroup.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;

/** Finds records that have a key in common. */
public final class DuplicateSearch {
  /** Keys in one answer; merging them brings up the next. */
  private static final int MOST_KEYS = 100;

  private DuplicateSearch() {}

  /**
   * Groups of records with the same value of a key.
   *
   * @param among which of them
   * @param key a field, of which each value counts if it has several
   * @param place a field that tells records of one value apart; empty: none does
   */
  public static Flux<DuplicateGroup> search(
      MongoCollection<Document> records, String reason, Bson among, String key, String place) {
    List<Bson> steps = new ArrayList<>();
    steps.add(Aggregates.match(Filters.and(among, Filters.exists(key))));
    steps.add(Aggregates.unwind("$" + key));
    Document member = new Document("id", "$_id");
    if (!place.isEmpty()) {
      member.append("place", "$" + place);
    }
    steps.add(Aggregates.group("$" + key, Accumulators.push("members", member)));
    steps.add(Aggregates.match(Filters.exists("members.1")));
    steps.add(Aggregates.sort(Sorts.ascending("_id")));
    steps.add(Aggregates.limit(MOST_KEYS));
    return Flux.from(records.aggregate(steps))
        .flatMapIterable(
            found ->
                DuplicateGroup.of(
                        reason,
                        found.getList("members", Document.class).stream()
                            .map(DuplicateSearch::member)
                            .toList())
                    .toList());
  }

  private static Member member(Document found) {
    return new Member(found.getString("id"), Optional.ofNullable(found.getString("place")));
  }
}
