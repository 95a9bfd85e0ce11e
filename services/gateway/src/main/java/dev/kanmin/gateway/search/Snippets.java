package dev.kanmin.gateway.search;

import dev.kanmin.events.wire.Card;
import dev.kanmin.gateway.search.CardTexts.Text;
import dev.kanmin.gateway.search.Search.Part;
import dev.kanmin.gateway.search.Search.Snippet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/**
 * Shows where in the texts of a card the words stand. The texts are analysed again: there are few
 * on a page, and the index need not hold them a second time.
 */
final class Snippets {
  /** Characters of a text that are shown, and of them those before the first hit. */
  private static final int LONGEST = 160;

  private static final int BEFORE = 40;
  private static final String CUT = "…";

  private final Analyzer analyzer;
  private final Map<String, Set<String>> terms = new HashMap<>();
  private final List<String> beginnings;
  private final List<String> characters;

  private record Span(int begin, int end) {}

  Snippets(Analyzer analyzer, SearchQuery wanted, Query query) {
    this.analyzer = analyzer;
    this.beginnings =
        wanted.words().stream().flatMap(it -> Queries.beginning(it).stream()).toList();
    this.characters =
        wanted.words().stream().flatMap(it -> Queries.character(it).stream()).toList();
    query.visit(
        new QueryVisitor() {
          @Override
          public void consumeTerms(Query asked, Term... asks) {
            for (Term term : asks) {
              terms.computeIfAbsent(term.field(), _ -> new HashSet<>()).add(term.text());
            }
          }
        });
  }

  /** The title as it is shown, in parts. */
  List<Part> title(String shown, Card card) throws IOException {
    Text title =
        CardTexts.of(card).stream()
            .filter(text -> text.title() && text.text().equals(shown))
            .findFirst()
            .orElse(new Text("", true, shown));
    List<Span> spans = asWritten(title.text());
    return parts(
        title.text(), 0, title.text().length(), spans.isEmpty() ? inLanguage(title) : spans);
  }

  /**
   * The text besides the title in which a hit stands: in the language of the reader if there is
   * one, else in any. What only a dictionary can see is looked for if it stands nowhere as written.
   */
  Optional<Snippet> best(String shownTitle, String language, Card card) throws IOException {
    List<Text> texts =
        CardTexts.of(card).stream()
            .filter(text -> !text.text().equals(shownTitle))
            .sorted(Comparator.comparing(text -> !text.language().equals(language)))
            .toList();
    for (Text text : texts) {
      List<Span> spans = asWritten(text.text());
      if (!spans.isEmpty()) {
        return Optional.of(new Snippet(text.language(), around(text.text(), spans)));
      }
    }
    for (Text text : texts) {
      List<Span> spans = inLanguage(text);
      if (!spans.isEmpty()) {
        return Optional.of(new Snippet(text.language(), around(text.text(), spans)));
      }
    }
    return Optional.empty();
  }

  private static List<Part> around(String text, List<Span> spans) {
    int begin = text.length() <= LONGEST ? 0 : Math.max(0, spans.getFirst().begin() - BEFORE);
    begin = whole(text, begin);
    int end = whole(text, Math.min(text.length(), begin + LONGEST));
    List<Part> parts = new ArrayList<>();
    if (begin > 0) {
      parts.add(new Part(CUT, false));
    }
    parts.addAll(parts(text, begin, end, spans));
    if (end < text.length()) {
      parts.add(new Part(CUT, false));
    }
    return parts;
  }

  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  private static List<Part> parts(String text, int begin, int end, List<Span> spans) {
    List<Part> parts = new ArrayList<>();
    int at = begin;
    for (Span span : spans) {
      int from = Math.max(at, span.begin());
      int to = Math.min(end, span.end());
      if (from < to) {
        if (at < from) {
          parts.add(new Part(text.substring(at, from), false));
        }
        parts.add(new Part(text.substring(from, to), true));
        at = to;
      }
    }
    if (at < end) {
      parts.add(new Part(text.substring(at, end), false));
    }
    return parts;
  }

  private List<Span> asWritten(String text) throws IOException {
    Set<String> wanted = terms.getOrDefault(TextField.ALL.name(), Set.of());
    List<Span> found =
        spans(
            text,
            TextField.ALL,
            word -> wanted.contains(word) || beginnings.stream().anyMatch(word::startsWith));
    addCharacters(text, found);
    return joined(found);
  }

  private List<Span> inLanguage(Text text) throws IOException {
    Optional<TextField> own = TextField.of(text.language());
    Set<String> wanted =
        own.map(field -> terms.getOrDefault(field.name(), Set.of())).orElse(Set.of());
    return wanted.isEmpty()
        ? List.of()
        : joined(spans(text.text(), own.orElseThrow(), wanted::contains));
  }

  private List<Span> spans(String text, TextField field, Predicate<String> wanted)
      throws IOException {
    List<Span> found = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(field.name(), text)) {
      CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
      OffsetAttribute place = tokens.getAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        if (wanted.test(term.toString())) {
          found.add(new Span(place.startOffset(), place.endOffset()));
        }
      }
      tokens.end();
    }
    return found;
  }

  private void addCharacters(String text, List<Span> found) {
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      String one = Character.toString(text.codePointAt(at));
      if (characters.contains(FoldingFilter.fold(one, Folding.ALL))) {
        found.add(new Span(at, at + one.length()));
      }
    }
  }

  private static List<Span> joined(List<Span> found) {
    List<Span> joined = new ArrayList<>();
    for (Span span : found.stream().sorted(Comparator.comparingInt(Span::begin)).toList()) {
      if (!joined.isEmpty() && joined.getLast().end() >= span.begin()) {
        Span before = joined.removeLast();
        joined.add(new Span(before.begin(), Math.max(before.end(), span.end())));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }
}
