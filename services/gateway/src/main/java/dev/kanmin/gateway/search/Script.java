package dev.kanmin.gateway.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a character is written, as far as words begin and end by it. */
enum Script {
  /** Letters and digits of alphabets, where words stand apart. */
  WORD,
  HAN,
  HIRAGANA,
  KATAKANA,
  HANGUL,
  /** Spaces and punctuation. */
  NONE;

  static Script of(int character) {
    if (character == 'ー') {
      return KATAKANA;
    }
    if (!Character.isLetterOrDigit(character)) {
      return NONE;
    }
    return switch (Character.UnicodeScript.of(character)) {
      case HAN -> HAN;
      case HIRAGANA -> HIRAGANA;
      case KATAKANA -> KATAKANA;
      case HANGUL -> HANGUL;
      default -> WORD;
    };
  }

  /**
   * The words of a text as they are spelled, in lower case and one width: it is cut wherever the
   * script changes, so 電子カルテsystem is three.
   */
  static List<String> words(String text, Folding folding) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    Script before = NONE;
    String folded = FoldingFilter.fold(text, folding).toLowerCase(Locale.ROOT);
    for (int at = 0; at < folded.length(); at += Character.charCount(folded.codePointAt(at))) {
      Script script = of(folded.codePointAt(at));
      if (script != before && !word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
      if (script != NONE) {
        word.appendCodePoint(folded.codePointAt(at));
      }
      before = script;
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }
}
