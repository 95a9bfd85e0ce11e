package dev.kanmin.directory.name;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A name as it is compared: what is one name to people is one text. Widths, case, blanks and
 * punctuation, legal forms ({@code ㈱ワイズ}, {@code 株式会社ワイズ}, {@code Wise Co., Ltd.}), accents and the
 * usual variants of characters in names (髙 and 高) do not count.
 */
public final class NameKey {
  private static final List<String> JAPANESE_FORMS =
      List.of(
          "株式会社", "有限会社", "合同会社", "合資会社", "合名会社", "一般社団法人", "一般財団法人", "公益社団法人", "公益財団法人", "医療法人",
          "学校法人", "国立大学法人", "独立行政法人", "(株)", "(有)", "(同)", "(一社)", "(一財)", "(公社)", "(公財)", "(医)",
          "(学)");

  private static final Pattern JAPANESE =
      Pattern.compile(JAPANESE_FORMS.stream().map(Pattern::quote).collect(Collectors.joining("|")));

  private static final Pattern LATIN_FORMS =
      Pattern.compile(
          "\\b(co\\.?,? *ltd|company,? limited|kabushiki kaisha|k\\.k|g\\.k|corporation|incorporated"
              + "|limited|corp|inc|ltd|llc|jsc|pte|pvt|sdn\\.? *bhd|plc|gmbh)\\b\\.?");

  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]+");
  private static final Pattern NEITHER_LETTER_NOR_DIGIT =
      Pattern.compile("[^\\p{L}\\p{N}\\p{M}ー]+");

  /** Variants as the family registers and companies' names have them, and their usual form. */
  private static final Map<Character, Character> VARIANTS =
      Map.ofEntries(
          Map.entry('髙', '高'),
          Map.entry('﨑', '崎'),
          Map.entry('嵜', '崎'),
          Map.entry('邊', '辺'),
          Map.entry('邉', '辺'),
          Map.entry('齋', '斎'),
          Map.entry('齊', '斉'),
          Map.entry('濱', '浜'),
          Map.entry('濵', '浜'),
          Map.entry('澤', '沢'),
          Map.entry('廣', '広'),
          Map.entry('國', '国'),
          Map.entry('學', '学'),
          Map.entry('醫', '医'),
          Map.entry('會', '会'),
          Map.entry('藥', '薬'),
          Map.entry('榮', '栄'),
          Map.entry('德', '徳'),
          Map.entry('惠', '恵'),
          Map.entry('眞', '真'),
          Map.entry('瀨', '瀬'),
          Map.entry('đ', 'd'));

  private NameKey() {}

  /** The name as it is compared; empty if nothing but a legal form and punctuation is in it. */
  public static String of(String name) {
    String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String bare =
        LATIN_FORMS
            .matcher(JAPANESE.matcher(withUsualCharacters(folded)).replaceAll(" "))
            .replaceAll(" ");
    return NEITHER_LETTER_NOR_DIGIT.matcher(withoutAccents(bare)).replaceAll("");
  }

  private static String withUsualCharacters(String text) {
    StringBuilder usual = new StringBuilder(text.length());
    text.chars()
        .forEach(it -> usual.append(VARIANTS.getOrDefault((char) it, (char) it).charValue()));
    return usual.toString();
  }

  /** Of Latin letters; marks of kana make other kana. */
  private static String withoutAccents(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    return Normalizer.normalize(ACCENTS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
  }
}
