package dev.kanmin.gateway.search;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;
import org.jspecify.annotations.Nullable;

/**
 * Text in the form in which it is compared: width and compositions by NFKC, company marks spelled
 * out, and characters by a {@link Folding}. Remembers where everything stood, so that what was
 * found can be shown in the text as it was written.
 */
final class FoldingFilter extends BaseCharFilter {
  /** What is written in full: as written, and as it is compared. */
  private record Mark(String written, String spelled) {}

  private static final List<Mark> MARKS =
      List.of(
          new Mark("㈱", "株式会社"),
          new Mark("㍿", "株式会社"),
          new Mark("(株)", "株式会社"),
          new Mark("（株）", "株式会社"),
          new Mark("㈲", "有限会社"),
          new Mark("(有)", "有限会社"),
          new Mark("（有）", "有限会社"),
          new Mark("(同)", "合同会社"),
          new Mark("（同）", "合同会社"),
          new Mark("㈳", "社団法人"),
          new Mark("㈶", "財団法人"));

  private final Folding folding;
  private final String folded;
  private int at;

  FoldingFilter(Reader input, Folding folding) {
    super(input);
    this.folding = folding;
    this.folded = folded(all(input));
  }

  /** The same as a text. */
  static String fold(String text, Folding folding) {
    return new FoldingFilter(Reader.of(text), folding).folded;
  }

  private String folded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int in = 0;
    while (in < text.length()) {
      int begin = in;
      int put = out.length();
      char first = text.charAt(in);
      if (first < 0x80 && first != '(' && !isComposed(text, in + 1)) {
        out.append(first);
        in++;
        continue;
      }
      Mark mark = mark(text, in);
      if (mark != null) {
        in += mark.written().length();
        append(mark.spelled(), out);
      } else {
        in = end(text, in);
        append(Normalizer.normalize(text.substring(begin, in), Normalizer.Form.NFKC), out);
      }
      remember(begin, in, put, out.length());
    }
    return out.toString();
  }

  private void append(String text, StringBuilder out) {
    text.codePoints().map(folding::fold).forEach(out::appendCodePoint);
  }

  /** What became longer ends, after its first characters, where its original ends. */
  private void remember(int begin, int end, int put, int until) {
    int shift = getLastCumulativeDiff();
    for (int extra = put + (end - begin); extra < until; extra++) {
      addOffCorrectMap(extra, end - extra);
      shift = end - extra;
    }
    if (end - until != shift) {
      addOffCorrectMap(until, end - until);
    }
  }

  private static @Nullable Mark mark(String text, int at) {
    for (Mark mark : MARKS) {
      if (text.startsWith(mark.written(), at)) {
        return mark;
      }
    }
    return null;
  }

  /** A character together with what composes with it, as normalization needs them at once. */
  private static int end(String text, int begin) {
    int end = begin + Character.charCount(text.codePointAt(begin));
    while (isComposed(text, end)) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private static boolean isComposed(String text, int at) {
    if (at >= text.length()) {
      return false;
    }
    int next = text.codePointAt(at);
    if (next < 0x300) {
      return false;
    }
    boolean voiced = next == 0xFF9E || next == 0xFF9F;
    boolean partOfSyllable = next >= 0x1160 && next <= 0x11FF;
    int type = Character.getType(next);
    return voiced
        || partOfSyllable
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static String all(Reader input) {
    try (Reader all = input) {
      StringWriter text = new StringWriter();
      all.transferTo(text);
      return text.toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public int read(char[] buffer, int offset, int length) {
    if (at == folded.length()) {
      return -1;
    }
    int count = Math.min(length, folded.length() - at);
    folded.getChars(at, at + count, buffer, offset);
    at += count;
    return count;
  }

  @Override
  public int read() {
    return at == folded.length() ? -1 : folded.charAt(at++);
  }

  @Override
  public void close() {
    // the input was closed when it was read
  }
}
