package dev.kanmin.gateway.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.picture.Subject;
import dev.kanmin.gateway.search.CardIndex.Shown;
import dev.kanmin.gateway.view.Labels;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.Cursor;
import dev.kanmin.web.FaultCodes;
import dev.kanmin.web.InputFault;
import dev.kanmin.web.Page;
import dev.kanmin.web.PageRequest;
import dev.kanmin.web.ProblemTypes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Searches the index. What is found is shown as the picture has it, and not if it has gone. */
public final class Search {
  private static final Logger log = LoggerFactory.getLogger(Search.class);

  /** Codes of a facet that are named; there are more countries than anybody reads. */
  private static final int MOST_CODES = 30;

  private static final Sort BEST = new Sort(SortField.FIELD_SCORE, byId());
  private static final Sort LATEST =
      new Sort(new SortField(CardDocuments.CHANGED, SortField.Type.LONG, true), byId());

  private final Picture picture;
  private final Indexer indexer;

  Search(Picture picture, Indexer indexer) {
    this.picture = picture;
    this.indexer = indexer;
  }

  /**
   * A part of a text as it is written.
   *
   * @param hit whether it is what was looked for; absent if not
   */
  @Schema(name = "MarkedText")
  public record Part(String text, @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean hit) {}

  /**
   * A text of a card, or the part of it around the first hit.
   *
   * @param language tag; absent for an identifier
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  @Schema(name = "SearchSnippet")
  public record Snippet(String language, List<Part> parts) {}

  /**
   * A card that was found.
   *
   * @param title as it is shown to the reader
   * @param snippet of its other texts; empty if the words stand in none of them
   */
  public record Hit(Row row, List<Part> title, Optional<Snippet> snippet) {}

  /**
   * What was found.
   *
   * @param position of the feed up to which the index had everything
   * @param total of all that match, exactly
   * @param facets how many of all that match have which code, most first; of a first page only
   * @param meant what should be asked in place of the words; only where nothing matches
   */
  public record Found(
      long position,
      long total,
      Page<Hit> page,
      Map<Facet, List<Counted>> facets,
      Optional<String> meant) {}

  /** A code of a facet, and how many have it. */
  public record Counted(String code, long count) {}

  /** Who asks, as far as texts are concerned. */
  public record Reader(String language, Function<Row, String> title) {
    /** Titles are as the labels are. */
    public static Reader of(Labels labels) {
      return new Reader(
          labels.language().tag(), row -> labels.text(row.card().title()).orElse(row.subject()));
    }
  }

  /**
   * Waits until everything that the picture shows now is found.
   *
   * @return whether it is, in time
   */
  boolean isUpTo(long position, Duration patience) {
    return indexer.reaches(position, patience);
  }

  /**
   * One page of what is found.
   *
   * @throws dev.kanmin.web.BadInput if the cursor is of another question
   * @throws dev.kanmin.web.ProblemException if there is no index at the moment
   */
  public Found find(SearchQuery wanted, PageRequest request, Reader reader) {
    long position = indexer.position();
    CardIndex index =
        indexer
            .index()
            .orElseThrow(
                () -> ProblemTypes.UNAVAILABLE.with("The index is being made. Try again soon."));
    try {
      return index.search(
          searcher -> {
            Query query = new Queries(index.analyzers(), searcher.getIndexReader()).of(wanted);
            return found(wanted, query, request, reader, index, searcher, position);
          });
    } catch (IOException failure) {
      log.error("The index cannot be read", failure);
      throw ProblemTypes.UNAVAILABLE.with("The index cannot be read. Try again soon.");
    }
  }

  private Found found(
      SearchQuery wanted,
      Query query,
      PageRequest request,
      Reader reader,
      CardIndex index,
      Shown searcher,
      long position)
      throws IOException {
    boolean first = request.cursor().isEmpty();
    boolean ranked = !wanted.words().isEmpty();
    String question = "search" + wanted;
    TopFieldCollectorManager top =
        new TopFieldCollectorManager(
            ranked ? BEST : LATEST,
            request.limit() + 1,
            request.cursor().map(cursor -> after(cursor, question, ranked)).orElse(null),
            Integer.MAX_VALUE);
    TopFieldDocs docs;
    Map<Facet, List<Counted>> facets = Map.of();
    if (first) {
      Object[] both =
          searcher.search(query, new MultiCollectorManager(top, new FacetsCollectorManager()));
      docs = (TopFieldDocs) both[0];
      // where no card is there are no codes to count either
      facets = docs.totalHits.value() == 0 ? facets : counted((FacetsCollector) both[1], searcher);
    } else {
      docs = searcher.search(query, top);
    }
    long total = docs.totalHits.value();
    return new Found(
        position,
        total,
        page(docs, question, request, new Snippets(index.analyzers(), wanted, query), reader),
        facets,
        total == 0 ? Spelling.of(wanted, searcher.getIndexReader()) : Optional.empty());
  }

  private Page<Hit> page(
      TopFieldDocs docs, String question, PageRequest request, Snippets snippets, Reader reader)
      throws IOException {
    List<Hit> hits = new ArrayList<>();
    int shown = Math.min(docs.scoreDocs.length, request.limit());
    for (ScoreDoc doc : List.of(docs.scoreDocs).subList(0, shown)) {
      String id = id((FieldDoc) doc);
      Optional<Row> row = picture.subject(id).flatMap(Subject::row);
      if (row.isPresent()) {
        hits.add(hit(row.get(), snippets, reader));
      }
    }
    return new Page<>(
        hits,
        docs.scoreDocs.length > request.limit()
            ? Optional.of(cursor((FieldDoc) docs.scoreDocs[shown - 1], question))
            : Optional.empty(),
        List.of());
  }

  private static Hit hit(Row row, Snippets snippets, Reader reader) throws IOException {
    String title = reader.title().apply(row);
    return new Hit(
        row,
        snippets.title(title, row.card()),
        snippets.best(title, reader.language(), row.card()));
  }

  private static Map<Facet, List<Counted>> counted(FacetsCollector found, Shown searcher)
      throws IOException {
    Map<Facet, List<Counted>> counted = new LinkedHashMap<>();
    SortedSetDocValuesFacetCounts counts =
        new SortedSetDocValuesFacetCounts(searcher.codes(), found);
    for (Facet facet : Facet.values()) {
      @Nullable FacetResult result = counts.getTopChildren(MOST_CODES, facet.parameter());
      if (result != null) {
        counted.put(facet, List.of(result.labelValues).stream().map(Search::code).toList());
      }
    }
    return counted;
  }

  private static Counted code(LabelAndValue counted) {
    return new Counted(counted.label, counted.value.longValue());
  }

  private static SortField byId() {
    return new SortField(CardDocuments.ID, SortField.Type.STRING);
  }

  private static String id(FieldDoc doc) {
    return ((BytesRef) doc.fields[1]).utf8ToString();
  }

  private static String cursor(FieldDoc last, String question) {
    Number place = (Number) last.fields[0];
    return Cursor.after(
        question, List.of(place instanceof Float score ? score.doubleValue() : place, id(last)));
  }

  /** The last card of the page before, as if it stood there; scores move a little as cards come. */
  private static FieldDoc after(String cursor, String question, boolean ranked) {
    List<?> values = Cursor.read(cursor, question, 2);
    if (!(values.get(0) instanceof Number place) || !(values.get(1) instanceof String id)) {
      throw new BadInput(
          InputFault.parameter(
              "cursor",
              FaultCodes.INVALID_CURSOR,
              "The cursor is damaged: take it from the previous page as it stands."));
    }
    Object first = ranked ? (Object) place.floatValue() : (Object) place.longValue();
    return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {first, new BytesRef(id)});
  }
}
