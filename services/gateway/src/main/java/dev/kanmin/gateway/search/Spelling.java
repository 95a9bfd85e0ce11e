package dev.kanmin.gateway.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** What was meant, if it is nearly a word of a title or a device term. */
final class Spelling {
  private static final int SHORTEST = 3;

  private Spelling() {}

  /** The words with those that nothing knows put right; empty if there is nothing to put right. */
  static Optional<String> of(SearchQuery query, IndexReader reader) throws IOException {
    List<String> meant = new ArrayList<>();
    boolean different = false;
    for (String word : query.words()) {
      StringBuilder whole = new StringBuilder();
      for (String spelled : Script.words(word, Folding.NONE)) {
        Optional<String> better = better(spelled, reader);
        different |= better.isPresent();
        whole.append(better.orElse(spelled));
      }
      meant.add(different ? whole.toString() : word);
    }
    return different ? Optional.of(String.join(" ", meant)) : Optional.empty();
  }

  private static Optional<String> better(String word, IndexReader reader) throws IOException {
    if (word.codePointCount(0, word.length()) < SHORTEST) {
      return Optional.empty();
    }
    DirectSpellChecker checker = new DirectSpellChecker();
    checker.setMinQueryLength(SHORTEST);
    SuggestWord[] near =
        checker.suggestSimilar(
            new Term(CardDocuments.SPELLING, word),
            1,
            reader,
            SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
    return near.length == 0 ? Optional.empty() : Optional.of(near[0].string);
  }
}
