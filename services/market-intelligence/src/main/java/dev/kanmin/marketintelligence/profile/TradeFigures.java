package dev.kanmin.marketintelligence.profile;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.HsCode;
import dev.kanmin.events.aggregates.AggregateStore;
import dev.kanmin.events.aggregates.StoreIndex;
import dev.kanmin.marketintelligence.comtrade.TradeRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The figures that profiles are worked out from: one for each reporter, year, class of goods,
 * partner and revision. A figure fetched later replaces one fetched earlier, never the other way;
 * one that is made up gives way to a real one, whatever their days, and never replaces it.
 */
@Component
class TradeFigures {
  private static final String SAMPLE = "sample";
  private static final String SOURCE = "source";
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> collection;

  TradeFigures(AggregateStore store) {
    this.collection =
        store.collection(
            "trade-figures", List.of(StoreIndex.ascending("reporter-goods", "reporter", "goods")));
  }

  /**
   * Where figures come from.
   *
   * @param retrievedOn when they were fetched
   * @param sample made up, for demonstrations
   * @param source whose they are; absent: UN Comtrade
   */
  record Origin(LocalDate retrievedOn, boolean sample, Optional<String> source) {}

  /**
   * Keeps rows.
   *
   * @return those that said something new
   */
  Mono<List<TradeRow>> keep(Collection<TradeRow> rows, Origin origin) {
    Map<String, TradeRow> byId = new LinkedHashMap<>();
    rows.forEach(row -> byId.put(id(row), row));
    return Flux.from(collection.find(Filters.in("_id", byId.keySet())))
        .collect(HashMap<String, Document>::new, (all, it) -> all.put(it.getString("_id"), it))
        .flatMap(
            known -> {
              List<TradeRow> changed = new ArrayList<>();
              List<WriteModel<Document>> writes = new ArrayList<>();
              byId.forEach(
                  (id, row) -> {
                    Document wanted = document(id, row, origin);
                    Optional<Document> there = Optional.ofNullable(known.get(id));
                    if (there.filter(it -> !givesWay(it, origin.retrievedOn(), wanted)).isEmpty()) {
                      writes.add(new ReplaceOneModel<>(Filters.eq("_id", id), wanted, UPSERT));
                      changed.add(row);
                    }
                  });
              return writes.isEmpty()
                  ? Mono.just(changed)
                  : Mono.from(collection.bulkWrite(writes)).thenReturn(changed);
            });
  }

  private static boolean givesWay(Document there, LocalDate retrievedOn, Document wanted) {
    boolean madeUp = there.getBoolean(SAMPLE, false);
    if (madeUp != wanted.getBoolean(SAMPLE, false)) {
      return madeUp;
    }
    LocalDate before = LocalDate.parse(there.getString("retrievedOn"));
    return before.isBefore(retrievedOn) || (before.equals(retrievedOn) && !there.equals(wanted));
  }

  /** All figures of a country's imports of these goods and their parts. */
  Flux<TradeFigure> of(CountryCode reporter, Collection<HsCode> goods) {
    List<org.bson.conversions.Bson> any =
        goods.stream()
            .<org.bson.conversions.Bson>map(
                code ->
                    Filters.and(
                        Filters.gte("goods", code.code()), Filters.lt("goods", code.code() + ":")))
            .toList();
    return any.isEmpty()
        ? Flux.empty()
        : Flux.from(
                collection.find(
                    Filters.and(Filters.eq("reporter", reporter.code()), Filters.or(any))))
            .map(TradeFigures::figure);
  }

  private static String id(TradeRow row) {
    return String.join(
        "|",
        row.reporter().code(),
        row.goods().code(),
        Integer.toString(row.year()),
        row.partner(),
        row.revision());
  }

  private static Document document(String id, TradeRow row, Origin origin) {
    Document document =
        new Document("_id", id)
            .append("reporter", row.reporter().code())
            .append("goods", row.goods().code())
            .append("year", row.year())
            .append("partner", row.partner())
            .append("revision", row.revision())
            .append("dollars", row.dollars().toPlainString())
            .append("estimated", row.estimated())
            .append("retrievedOn", origin.retrievedOn().toString());
    if (origin.sample()) {
      document.append(SAMPLE, true);
    }
    origin.source().ifPresent(it -> document.append(SOURCE, it));
    row.partnerCountry().ifPresent(it -> document.append("partnerCountry", it.code()));
    return document;
  }

  private static TradeFigure figure(Document document) {
    return new TradeFigure(
        document.getInteger("year"),
        HsCode.of(document.getString("goods")),
        document.getString("partner"),
        Optional.ofNullable(document.getString("partnerCountry")).map(CountryCode::of),
        document.getString("revision"),
        new BigDecimal(document.getString("dollars")),
        document.getBoolean("estimated", false),
        LocalDate.parse(document.getString("retrievedOn")),
        document.getBoolean(SAMPLE, false),
        Optional.ofNullable(document.getString(SOURCE)));
  }
}
