package dev.kanmin.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KnownTextsTest {
  private final KnownTexts<String> texts = new KnownTexts<>(Function.identity());

  @Test
  void a_text_that_is_known_is_the_same_object_however_it_comes() {
    String first = fromBytes("endoscopy");
    assertThat(fromBytes("endoscopy")).isSameAs(first);
    assertThat(fromCharacters("endoscopy")).isSameAs(first);
  }

  /** Few enough places that many of these texts fall on one that is taken. */
  @Property(tries = 2_000)
  void whatever_was_there_before_a_text_stays_what_it_is(
      @ForAll String some, @ForAll String other) {
    // as a reader decodes them: half of a character is none
    String text = new String(some.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    for (int number = 0; number < 5; number++) {
      assertThat(fromCharacters(text + number)).isEqualTo(text + number);
      assertThat(fromBytes(text + number)).isEqualTo(text + number);
      assertThat(fromCharacters(number + other)).isEqualTo(number + other);
    }
  }

  @Test
  void bytes_beyond_ascii_are_not_taken_for_the_characters_of_the_same_numbers() {
    assertThat(fromCharacters("\u00e9")).isEqualTo("\u00e9");
    assertThat(fromBytes("\u00e9")).isEqualTo("\u00e9");
    assertThat(fromBytes("内視鏡")).isEqualTo("内視鏡");
    assertThat(fromBytes("内視鏡")).isEqualTo("内視鏡");
  }

  private String fromBytes(String text) {
    return texts.valueOf(text.getBytes(StandardCharsets.UTF_8));
  }

  private String fromCharacters(String text) {
    char[] characters = ("<" + text + ">").toCharArray();
    return texts.valueOf(characters, 1, text.length());
  }
}
