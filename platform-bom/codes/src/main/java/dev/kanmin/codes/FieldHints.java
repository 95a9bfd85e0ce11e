package dev.kanmin.codes;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What points to a field. Hints suggest, they do not decide: a mapping made from them is {@code
 * automatic} until an officer confirms or overrides it, and names the hint as its reason.
 *
 * @param hs goods of the field; a heading stands for its subheadings
 * @param crs purposes under which such work is usually reported: weak alone, as each covers much
 *     else
 * @param keywords words of titles and descriptions in several languages, as written in the data
 */
public record FieldHints(Field field, List<HsCode> hs, List<CrsCode> crs, List<String> keywords) {
  private static final int LONGEST_ABBREVIATION = 4;
  private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{IsCommon}]+");

  static FieldHints of(CodeEntry entry) {
    return new FieldHints(
        new Field(entry.code()),
        entry.texts("hs").stream().map(HsCode::of).toList(),
        entry.texts("crs").stream().map(CrsCode::of).toList(),
        entry.texts("keywords"));
  }

  /**
   * The keywords that occur in a text, in the order of the data. Width and case do not matter
   * (ｶﾃｰﾃﾙ is カテーテル); a keyword in Latin letters must begin a word ("ECG" is not found in "RECG"),
   * an abbreviation of up to four letters must be one ("CT" is not found in "Project" or "CTO").
   */
  public List<String> keywordsIn(String text) {
    var folded = folded(text);
    return keywords.stream().filter(keyword -> occurs(folded(keyword), folded)).toList();
  }

  private static boolean occurs(String keyword, String text) {
    for (var at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1)) {
      if (!isLatin(keyword) || standsAlone(keyword, text, at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean standsAlone(String keyword, String text, int at) {
    var end = at + keyword.length();
    var begins = at == 0 || !isLatinLetter(text.charAt(at - 1));
    var ends = end == text.length() || !isLatinLetter(text.charAt(end));
    return begins && (ends || keyword.length() > LONGEST_ABBREVIATION);
  }

  private static boolean isLatin(String keyword) {
    return LATIN.matcher(keyword).matches();
  }

  private static boolean isLatinLetter(char character) {
    return Character.UnicodeScript.of(character) == Character.UnicodeScript.LATIN;
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
