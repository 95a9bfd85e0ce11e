package dev.kanmin.gateway.search;

import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.search.CardTexts.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.FacetsConfig.DrillDownTermsIndexing;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.util.BytesRef;

/** Cards as documents of the index. */
final class CardDocuments {
  /** The subject's id, as it is; every card has it, and nothing else. */
  static final String ID = "id";

  /** The same in lower case. */
  static final String FOLDED_ID = "folded-id";

  /** When the card last changed, in milliseconds since 1970. */
  static final String CHANGED = "changed";

  /** Whole words as they are spelled. */
  static final String SPELLING = "spelling";

  /** The state without the kind. */
  static final String STATE = "state-code";

  /** {@code true} if nothing more is to happen in its state, else {@code false}. */
  static final String ENDED = "ended";

  /** A code list and a code of it, {@code schemes:grant-aid}. */
  static final String CODE = "code";

  static final FacetsConfig FACETS = facets();

  private static final int LONGEST_WORD = 50;

  private CardDocuments() {}

  /** Of a card. */
  static Document of(Row row, Analyzers analyzers) {
    Document document = new Document();
    document.add(new StringField(ID, row.subject(), Store.YES));
    document.add(new SortedDocValuesField(ID, new BytesRef(row.subject())));
    document.add(new StringField(FOLDED_ID, row.subject().toLowerCase(Locale.ROOT), Store.NO));
    document.add(new NumericDocValuesField(CHANGED, row.last().at().toEpochMilli()));
    document.add(new StringField(STATE, row.card().state(), Store.NO));
    document.add(new StringField(ENDED, Boolean.toString(row.ended()), Store.NO));
    row.card()
        .facets()
        .forEach(
            (list, codes) ->
                codes.forEach(
                    code -> document.add(new StringField(CODE, list + ":" + code, Store.NO))));
    for (Facet facet : Facet.values()) {
      for (String code : facet.of(row)) {
        document.add(new StringField(facet.parameter(), code, Store.NO));
        document.add(new SortedSetDocValuesFacetField(facet.parameter(), code));
      }
    }
    CardTexts.of(row.card()).forEach(text -> add(text, document, analyzers));
    try {
      return FACETS.build(document);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Of words that can be looked for although no card has them. */
  static Document of(List<String> terms) {
    Document document = new Document();
    terms.forEach(term -> spell(term, document));
    return document;
  }

  private static void add(Text text, Document document, Analyzers analyzers) {
    if (text.title()) {
      document.add(field(TextField.TITLE, text));
      spell(text.text(), document);
    }
    document.add(field(TextField.ALL, text));
    analyzers.fieldOf(text.language()).ifPresent(own -> document.add(field(own, text)));
  }

  private static org.apache.lucene.document.TextField field(TextField field, Text text) {
    return new org.apache.lucene.document.TextField(field.name(), text.text(), Store.NO);
  }

  private static void spell(String text, Document document) {
    Script.words(text, Folding.NONE).stream()
        .filter(word -> word.length() <= LONGEST_WORD)
        .forEach(word -> document.add(new StringField(SPELLING, word, Store.NO)));
  }

  private static FacetsConfig facets() {
    FacetsConfig config = new FacetsConfig();
    for (Facet facet : Facet.values()) {
      config.setMultiValued(facet.parameter(), true);
      config.setDrillDownTermsIndexing(facet.parameter(), DrillDownTermsIndexing.NONE);
    }
    return config;
  }
}
