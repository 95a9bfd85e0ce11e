package dev.kanmin.gateway.search;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The fields of the index that hold text, each with its analysis. */
enum TextField {
  /** Titles, whatever their language: runs of Han, kana and Hangul by twos, all else by words. */
  TITLE("", Folding.ALL),

  /** All texts, in the same way. */
  ALL("", Folding.ALL),

  /** Japanese by its dictionary. */
  JAPANESE("ja", Folding.JAPANESE),

  /** Chinese by its dictionary, in simplified characters. */
  CHINESE("zh", Folding.CHINESE),

  /** Korean by its dictionary. */
  KOREAN("ko", Folding.NONE),

  /** English by its stems. */
  ENGLISH("en", Folding.NONE);

  private final String language;
  private final Folding folding;

  TextField(String language, Folding folding) {
    this.language = language;
    this.folding = folding;
  }

  Folding folding() {
    return folding;
  }

  /** Whether a word could be of its language, by how it is written; of all languages none is. */
  boolean canHave(String word) {
    Set<Script> scripts = EnumSet.noneOf(Script.class);
    word.codePoints().mapToObj(Script::of).forEach(scripts::add);
    boolean kana = scripts.contains(Script.HIRAGANA) || scripts.contains(Script.KATAKANA);
    boolean han = scripts.contains(Script.HAN);
    boolean hangul = scripts.contains(Script.HANGUL);
    return switch (this) {
      case TITLE, ALL -> false;
      case JAPANESE -> !hangul && (kana || han);
      case CHINESE -> !hangul && !kana && han;
      case KOREAN -> hangul;
      case ENGLISH -> !hangul && !kana && !han;
    };
  }

  /** The one for texts of that language, if there is more to it than its characters. */
  static Optional<TextField> of(String languageTag) {
    int end = languageTag.indexOf('-');
    String language = end < 0 ? languageTag : languageTag.substring(0, end);
    return Arrays.stream(values())
        .filter(field -> !field.language.isEmpty() && field.language.equals(language))
        .findFirst();
  }

  /** ISO 639-1 code; empty where texts of all languages are. */
  String language() {
    return language;
  }

  /** Whether its analysis takes a dictionary: tens of megabytes. */
  boolean needsDictionary() {
    return switch (this) {
      case JAPANESE, CHINESE, KOREAN -> true;
      case TITLE, ALL, ENGLISH -> false;
    };
  }
}
