package dev.kanmin.web;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Pages that continue after the last item instead of counting from the start: nothing is shown
 * twice or skipped because others write meanwhile, and the hundredth page costs what the first did.
 * The id is always the last sort field, so equal sort values are safe.
 */
public final class Keyset {
  private static final String ID = "_id";

  private Keyset() {}

  /**
   * A page of the documents that match.
   *
   * @param filter must not contain what changes from page to page, such as the current time: the
   *     cursor is bound to it
   * @param sortFields in order; a leading {@code -} sorts descending. Documents without the field
   *     come first (ascending) or last (descending)
   * @return the page; a cursor of another query is {@link BadInput}
   */
  public static Mono<Page<Document>> query(
      MongoCollection<Document> collection, Bson filter, PageRequest page, String... sortFields) {
    return query(collection, filter, new Document(), page, sortFields);
  }

  /**
   * The same, of documents of which a list shows only a part.
   *
   * @param projection must let the sort fields through; an empty one lets everything through
   */
  public static Mono<Page<Document>> query(
      MongoCollection<Document> collection,
      Bson filter,
      Bson projection,
      PageRequest page,
      String... sortFields) {
    return Mono.defer(
        () -> {
          List<Sort> sorts = sorts(sortFields);
          String query = binding(collection, filter, sorts);
          Bson condition =
              page.cursor()
                  .map(cursor -> Cursor.read(cursor, query, sorts.size()))
                  .<Bson>map(values -> Filters.and(filter, after(sorts, values)))
                  .orElse(filter);
          return Flux.from(
                  collection
                      .find(condition)
                      .projection(projection)
                      .sort(order(sorts))
                      .limit(page.limit() + 1))
              .collectList()
              .map(found -> page(found, page.limit(), query, sorts));
        });
  }

  private record Sort(String field, boolean descending) {}

  private static List<Sort> sorts(String... fields) {
    List<Sort> sorts = new ArrayList<>();
    for (String field : fields) {
      sorts.add(
          field.startsWith("-") ? new Sort(field.substring(1), true) : new Sort(field, false));
    }
    if (sorts.stream().noneMatch(sort -> sort.field().equals(ID))) {
      sorts.add(new Sort(ID, false));
    }
    return sorts;
  }

  private static Document order(List<Sort> sorts) {
    Document order = new Document();
    sorts.forEach(sort -> order.append(sort.field(), sort.descending() ? -1 : 1));
    return order;
  }

  private static String binding(
      MongoCollection<Document> collection, Bson filter, List<Sort> sorts) {
    return collection.getNamespace().getCollectionName()
        + filter.toBsonDocument(Document.class, collection.getCodecRegistry()).toJson()
        + sorts;
  }

  private static Page<Document> page(
      List<Document> found, int limit, String query, List<Sort> sorts) {
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty(), List.of());
    }
    List<Document> items = found.subList(0, limit);
    Document last = items.getLast();
    List<@Nullable Object> values = new ArrayList<>();
    sorts.forEach(sort -> values.add(value(last, sort.field())));
    return new Page<>(items, Optional.of(Cursor.after(query, values)), List.of());
  }

  private static @Nullable Object value(Document document, String path) {
    return path.contains(".")
        ? document.getEmbedded(List.of(path.split("\\.")), Object.class)
        : document.get(path);
  }

  /** Behind the values in the first field; or equal there and behind in the second; and so on. */
  private static Bson after(List<Sort> sorts, List<?> values) {
    List<Bson> alternatives = new ArrayList<>();
    List<Bson> equal = new ArrayList<>();
    for (int i = 0; i < sorts.size(); i++) {
      Sort sort = sorts.get(i);
      Object value = values.get(i);
      behind(sort, value)
          .ifPresent(
              behind ->
                  alternatives.add(
                      Filters.and(Stream.concat(equal.stream(), Stream.of(behind)).toList())));
      equal.add(Filters.eq(sort.field(), value));
    }
    return Filters.or(alternatives);
  }

  /** Comparisons never match an absent field, which yet has its place in the order. */
  private static Optional<Bson> behind(Sort sort, @Nullable Object value) {
    if (sort.descending()) {
      return value == null
          ? Optional.empty()
          : Optional.of(
              Filters.or(Filters.lt(sort.field(), value), Filters.eq(sort.field(), null)));
    }
    return Optional.of(
        value == null ? Filters.ne(sort.field(), null) : Filters.gt(sort.field(), value));
  }
}
