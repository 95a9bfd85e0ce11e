package dev.kanmin.gateway.search;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The analysis of each {@link TextField}, made when the first text of its kind comes: the
 * dictionaries of Japanese, Chinese and Korean take 20, 30 and 40 MB, and where nobody writes
 * Korean nobody should pay for it. Which may be loaded at all is a setting.
 */
final class Analyzers extends AnalyzerWrapper {
  private final Set<String> dictionaries;
  private final Map<TextField, Analyzer> made = new EnumMap<>(TextField.class);

  /**
   * Nothing is loaded yet.
   *
   * @param dictionaries languages whose dictionary may be; texts of others are found by twos
   */
  Analyzers(Set<String> dictionaries) {
    super(PER_FIELD_REUSE_STRATEGY);
    this.dictionaries = Set.copyOf(dictionaries);
  }

  /** The field for texts of that language, if there is one and it may be analysed here. */
  Optional<TextField> fieldOf(String languageTag) {
    return TextField.of(languageTag)
        .filter(field -> !field.needsDictionary() || dictionaries.contains(field.language()));
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String fieldName) {
    TextField field = TextField.valueOf(fieldName);
    synchronized (made) {
      return made.computeIfAbsent(field, Analyzers::make);
    }
  }

  @Override
  protected Reader wrapReader(String fieldName, Reader reader) {
    return new FoldingFilter(reader, TextField.valueOf(fieldName).folding());
  }

  private static Analyzer make(TextField field) {
    return switch (field) {
      case TITLE, ALL -> new ByTwos();
      case JAPANESE ->
          new JapaneseAnalyzer(
              deviceTerms(),
              JapaneseTokenizer.Mode.SEARCH,
              JapaneseAnalyzer.getDefaultStopSet(),
              JapaneseAnalyzer.getDefaultStopTags());
      case CHINESE -> new SmartChineseAnalyzer();
      case KOREAN -> new KoreanAnalyzer();
      case ENGLISH -> new EnglishAnalyzer();
    };
  }

  /** What the dictionary would take apart: it knows no endoscope. */
  private static @Nullable UserDictionary deviceTerms() {
    List<String> terms =
        DeviceTerms.all().stream()
            .map(term -> FoldingFilter.fold(term, Folding.JAPANESE))
            .filter(term -> term.codePoints().mapToObj(Script::of).allMatch(Script.HAN::equals))
            .distinct()
            .toList();
    String entries =
        terms.stream()
            .map(term -> term + "," + term + "," + term + ",名詞")
            .collect(Collectors.joining("\n"));
    try (Reader lines = Reader.of(entries)) {
      return UserDictionary.open(lines);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Needs no dictionary, and finds what one would have cut elsewhere. */
  private static final class ByTwos extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
      Tokenizer words = new StandardTokenizer();
      TokenStream twos = new CJKBigramFilter(new LowerCaseFilter(words));
      return new TokenStreamComponents(words, new ASCIIFoldingFilter(twos));
    }
  }
}
