package dev.kanmin.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class KnownTextsTest {
  private final KnownTexts<String> texts = new KnownTexts<>(Function.identity());

  @Test
  void a_text_that_is_known_is_the_same_object() {
    String first = fromBytes("endoscopy");
    assertThat(fromBytes("endoscopy")).isSameAs(first);
  }

  /** Both have the hash 2112, so they share a place. */
  @Test
  void of_two_texts_on_one_place_neither_is_taken_for_the_other() {
    for (int turn = 0; turn < 2; turn++) {
      assertThat(fromBytes("Aa")).isEqualTo("Aa");
      assertThat(fromBytes("BB")).isEqualTo("BB");
    }
  }

  @Test
  void bytes_beyond_ascii_are_utf_8_also_when_they_come_again() {
    for (int turn = 0; turn < 2; turn++) {
      assertThat(fromBytes("\u00e9")).isEqualTo("\u00e9");
      assertThat(fromBytes("内視鏡")).isEqualTo("内視鏡");
    }
  }

  private String fromBytes(String text) {
    return texts.valueOf(text.getBytes(StandardCharsets.UTF_8));
  }
}
