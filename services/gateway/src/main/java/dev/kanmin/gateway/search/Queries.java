package dev.kanmin.gateway.search;

import dev.kanmin.gateway.search.LabelledCodes.Code;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A {@link SearchQuery} as Lucene asks it. A word is found as it is written (by twos where nothing
 * stands between words), or by what a dictionary or stems make of it, or by the code that it is the
 * label of; whichever says most counts.
 */
final class Queries {
  private static final float TITLE = 3;
  private static final float OWN_LANGUAGE = 0.7f;
  private static final float BEGINNING = 0.4f;
  private static final float LABEL = 0.3f;

  /** How much what is found in other ways too adds. */
  private static final float TIE = 0.1f;

  /** Letters from which on the beginning of a word is looked for; fewer begin too many. */
  private static final int SHORTEST_BEGINNING = 3;

  private final Analyzers analyzers;
  private final IndexReader reader;

  Queries(Analyzers analyzers, IndexReader reader) {
    this.analyzers = analyzers;
    this.reader = reader;
  }

  Query of(SearchQuery wanted) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String word : wanted.words()) {
      all.add(word(word), Occur.MUST);
    }
    if (wanted.words().isEmpty()) {
      all.add(new FieldExistsQuery(CardDocuments.ID), Occur.FILTER);
    }
    for (Map.Entry<Facet, String> facet : wanted.facets().entrySet()) {
      all.add(new TermQuery(term(facet.getKey(), facet.getValue())), Occur.FILTER);
    }
    for (String code : wanted.codes()) {
      all.add(new TermQuery(new Term(CardDocuments.CODE, code)), Occur.FILTER);
    }
    wanted
        .ended()
        .ifPresent(
            ended ->
                all.add(
                    new TermQuery(new Term(CardDocuments.ENDED, ended.toString())), Occur.FILTER));
    return all.build();
  }

  private static Term term(Facet facet, String code) {
    return new Term(facet == Facet.STATE ? CardDocuments.STATE : facet.parameter(), code);
  }

  private Query word(String word) throws IOException {
    List<Query> ways = new ArrayList<>();
    add(asWritten(TextField.TITLE, word), TITLE, ways);
    add(asWritten(TextField.ALL, word), 1, ways);
    for (TextField language : languages(word)) {
      add(inLanguage(language, word), OWN_LANGUAGE, ways);
    }
    beginning(word).ifPresent(letters -> add(new PrefixQuery(all(letters)), BEGINNING, ways));
    character(word).ifPresent(one -> add(new WildcardQuery(all("*" + one + "*")), BEGINNING, ways));
    for (Code code : LabelledCodes.of(word)) {
      add(new ConstantScoreQuery(new TermQuery(term(code.facet(), code.code()))), LABEL, ways);
    }
    add(
        new ConstantScoreQuery(
            new TermQuery(new Term(CardDocuments.FOLDED_ID, word.toLowerCase(Locale.ROOT)))),
        TITLE,
        ways);
    return new DisjunctionMaxQuery(ways, TIE);
  }

  private static void add(@Nullable Query query, float boost, List<Query> ways) {
    if (query != null) {
      ways.add(new BoostQuery(query, boost));
    }
  }

  private @Nullable Query asWritten(TextField field, String word) {
    return new QueryBuilder(analyzers).createPhraseQuery(field.name(), word);
  }

  /** All that the dictionary makes of it, wherever it stands: 内視鏡の研修 is found in 研修（内視鏡）. */
  private @Nullable Query inLanguage(TextField field, String word) {
    return new QueryBuilder(analyzers).createBooleanQuery(field.name(), word, Occur.MUST);
  }

  /** The letters of a word that may go on. */
  static Optional<String> beginning(String word) {
    return single(word)
        .filter(spelled -> Script.of(spelled.codePointAt(0)) == Script.WORD)
        .map(Queries::ascii)
        .filter(letters -> letters.length() >= SHORTEST_BEGINNING);
  }

  /** A character that could be anywhere in a longer word. */
  static Optional<String> character(String word) {
    return single(word)
        .filter(spelled -> Script.of(spelled.codePointAt(0)) != Script.WORD)
        .filter(spelled -> spelled.codePointCount(0, spelled.length()) == 1);
  }

  private static Optional<String> single(String word) {
    List<String> spelled = Script.words(word, Folding.ALL);
    return spelled.size() == 1 ? Optional.of(spelled.getFirst()) : Optional.empty();
  }

  private static String ascii(String word) {
    char[] in = word.toCharArray();
    char[] out = new char[in.length * 4];
    return new String(out, 0, ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length));
  }

  private static Term all(String text) {
    return new Term(TextField.ALL.name(), text);
  }

  /** Whose dictionaries may know the word, as far as the index has texts of theirs. */
  private List<TextField> languages(String word) throws IOException {
    List<TextField> languages = new ArrayList<>();
    for (TextField field : TextField.values()) {
      if (field.canHave(word) && isInUse(field)) {
        languages.add(field);
      }
    }
    return languages;
  }

  /** A dictionary is not loaded to look for what cannot be there. */
  private boolean isInUse(TextField field) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      if (leaf.reader().terms(field.name()) != null) {
        return true;
      }
    }
    return false;
  }
}
