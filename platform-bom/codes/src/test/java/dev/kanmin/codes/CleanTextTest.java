package dev.kanmin.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "内視鏡", "one\r\n\ttwo", "𠮷野家 👩‍⚕️", "Hà Nội", "٣", "\u00a0\u200b\ufeff"})
  void texts_of_all_scripts_are_taken_as_they_are(String text) {
    assertThat(CleanText.require(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "\u0007",
        "\u001b[31m",
        "\u007f",
        "\u0085",
        "\ud842",
        "\udfb7\ud842",
        "\ufffe",
        "\uffff",
        "\ufdd0",
        "\ud83f\udffe"
      })
  void what_no_text_has_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CleanText.require("𠮷" + text))
        .withMessageMatching("character 2 is U\\+[0-9A-F]{4,6}, which no text has: leave it out");
  }
}
