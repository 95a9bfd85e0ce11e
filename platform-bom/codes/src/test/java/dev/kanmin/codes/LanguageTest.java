package dev.kanmin.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource({
    "zh-hant-tw, zh-Hant-TW",
    "JA, ja",
    "jpn, ja",
    "ja-jp, ja-JP",
    "iw, he",
    "zh-HANS, zh-Hans",
    "en-us, en-US",
    "tet, tet"
  })
  void a_tag_gets_its_canonical_spelling(String typed, String canonical) {
    assertThat(Language.of(typed)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "zh_CN", "j", "日本語", "und", "en--us", "jp", "xx", "english", "qqq"})
  void a_malformed_tag_is_refused(String typed) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Language.of(typed))
        .withMessageContaining("is not a language");
  }

  @ParameterizedTest
  @CsvSource({
    "zh-Hant-TW, 內視鏡",
    "zh-TW, 內視鏡",
    "zh-HK, 內視鏡",
    "zh, 内窥镜",
    "zh-CN, 内窥镜",
    "ja-JP, 内視鏡",
    "vi, Endoscopy",
    "en-GB, Endoscopy"
  })
  void a_label_falls_back_to_the_nearest_language_and_then_to_english(String wanted, String label) {
    assertThat(Fields.label(Field.of("endoscopy"), Language.of(wanted))).isEqualTo(label);
  }

  @ParameterizedTest
  @CsvSource({
    "ja-JP, ja",
    "zh-TW, zh-Hant",
    "zh-HK, zh-Hant",
    "zh-CN, zh-Hans",
    "zh, zh-Hans",
    "zh-Hans-TW, zh-Hans",
    "en-GB, en",
    "sr-Latn-RS, sr-Latn"
  })
  void readers_choose_a_language_without_its_region(String written, String chosen) {
    assertThat(Language.of(written).withoutRegion()).hasToString(chosen);
  }

  @Test
  void a_text_of_a_region_is_found_by_its_language() {
    var text = new LocalizedText(Map.of("en", "Endoscopy", "ja-JP", "内視鏡", "zh-TW", "內視鏡"));
    assertThat(text.in(Language.JAPANESE)).isEqualTo("内視鏡");
    assertThat(text.in(Language.TRADITIONAL_CHINESE)).isEqualTo("內視鏡");
    assertThat(text.in(Language.SIMPLIFIED_CHINESE)).isEqualTo("Endoscopy");
  }

  @Test
  void two_spellings_of_one_language_are_not_two_languages() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LocalizedText(Map.of("ja", "a", "JA", "b")))
        .withMessage("the text in 'ja' is there twice");
  }

  @Test
  void a_single_letter_is_never_looked_for_alone() {
    assertThat(Language.of("ja-u-ca-japanese").fallbacks())
        .extracting(Language::tag)
        .containsExactly("ja-u-ca-japanese", "ja-u-ca", "ja", "en");
  }

  @Test
  void a_text_without_english_is_given_in_what_there_is() {
    assertThat(new LocalizedText(Map.of("ja", "内視鏡")).in(Language.KOREAN)).isEqualTo("内視鏡");
  }

  @Test
  void texts_are_in_the_order_of_the_site() {
    var text = new LocalizedText(Map.of("vi", "d", "ko", "c", "en", "b", "ja", "a"));

    assertThat(text.texts().keySet()).containsExactly("ja", "en", "ko", "vi");
  }

  @Test
  void a_text_is_neither_empty_nor_blank() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LocalizedText(Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LocalizedText(Map.of("ja", " ")))
        .withMessage("the text in 'ja' is blank");
  }
}
