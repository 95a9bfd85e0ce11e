package dev.kanmin.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class of goods of the Harmonized System: 2 digits (chapter), 4 (heading) or 6 (subheading),
 * without points. National lines with more digits differ by country and are cut before they come
 * here. Full-width digits and the words before a code ({@code HSコード：９０１８}) are accepted and put
 * away.
 */
public record HsCode(@JsonValue String code) implements Comparable<HsCode> {
  private static final String WORDS = "H\\.?S\\.?\\s*(?:code|コード|番号)?\\s*[:.]?\\s*";
  private static final Pattern FORM =
      Pattern.compile("\\s*(?:" + WORDS + ")?((?:[0-9]{2}){1,3})\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern IN_TEXT =
      Pattern.compile("\\b" + WORDS + "([0-9]{4})(?:[.\\s]?([0-9]{2}))?", Pattern.CASE_INSENSITIVE);

  /**
   * Takes the value only if it is valid.
   *
   * @throws IllegalArgumentException unless it is 2, 4 or 6 digits
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public HsCode {
    Matcher matcher = FORM.matcher(Typed.inUsualWidth(code));
    if (!matcher.matches()) {
      throw Refusal.of("an HS code", code, "2, 4 or 6 digits such as 901812");
    }
    code = matcher.group(1);
  }

  public static HsCode of(String code) {
    return new HsCode(code);
  }

  /** The code, or empty unless it is 2, 4 or 6 digits. */
  public static Optional<HsCode> find(String code) {
    return FORM.matcher(Typed.inUsualWidth(code)).matches()
        ? Optional.of(new HsCode(code))
        : Optional.empty();
  }

  /**
   * The headings and subheadings that a text names as such ({@code HS code 9018.12}), in the order
   * of the text, each once. Numbers alone are no codes.
   */
  public static Set<HsCode> namedIn(String text) {
    Set<HsCode> codes = new LinkedHashSet<>();
    Matcher matcher = IN_TEXT.matcher(Typed.inUsualWidth(text));
    while (matcher.find()) {
      String subheading = matcher.group(2);
      codes.add(new HsCode(matcher.group(1) + (subheading == null ? "" : subheading)));
    }
    return Collections.unmodifiableSet(codes);
  }

  /** Whether the other is this class or a part of it: 9018 covers 901812. */
  public boolean covers(HsCode other) {
    return other.code.startsWith(code);
  }

  @Override
  public int compareTo(HsCode other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
