package dev.kanmin.odalinkage.iati;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text in one or more languages: the narratives of an IATI element.
 *
 * @param narratives in document order
 */
public record LocalizedText(List<Narrative> narratives) {

  /** The language told when a file names none ("undetermined", BCP 47). */
  public static final String UNDETERMINED = "und";

  /** No text. */
  public static final LocalizedText EMPTY = new LocalizedText(List.of());

  /**
   * One text in one language.
   *
   * @param language BCP 47 in its canonical spelling, the activity's default where the narrative
   *     names none, {@link #UNDETERMINED} if there is none
   * @param text as written, with the white space around it removed
   */
  public record Narrative(String language, String text) {}

  public LocalizedText {
    narratives = List.copyOf(narratives);
  }

  /** A text in one language. */
  public static LocalizedText of(String language, String text) {
    return new LocalizedText(List.of(new Narrative(language, text)));
  }

  /** The same with one more language. */
  public LocalizedText and(String language, String text) {
    return new LocalizedText(
        java.util.stream.Stream.concat(
                narratives.stream(), java.util.stream.Stream.of(new Narrative(language, text)))
            .toList());
  }

  /** The first narrative of each language, in document order. */
  public Map<String, String> byLanguage() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Narrative narrative : narratives) {
      texts.putIfAbsent(narrative.language(), narrative.text());
    }
    return texts;
  }

  /** Whether there is no narrative at all. */
  public boolean isEmpty() {
    return narratives.isEmpty();
  }
}
