package dev.kanmin.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingFilterTest {
  @ParameterizedTest
  @CsvSource({
    "ｱｼﾞｱ, アジア",
    "ＡＳＥＡＮ, ASEAN",
    "㈱テルモ, 株式会社テルモ",
    "(株)テルモ, 株式会社テルモ",
    "（株）テルモ, 株式会社テルモ",
    "㈲山田, 有限会社山田",
    "髙橋, 高橋",
    "山﨑, 山崎",
    "𠮷田, 吉田",
    "內視鏡, 内视镜",
    "内視鏡, 内视镜",
    "廣島, 广岛",
    "広島, 广岛",
    "醫療器材, 医疗器材",
    "①, 1",
    "か\u3099, が",
    "가, 가",
  })
  void what_is_written_in_two_ways_is_one(String one, String other) {
    assertThat(FoldingFilter.fold(one, Folding.ALL))
        .isEqualTo(FoldingFilter.fold(other, Folding.ALL));
  }

  @ParameterizedTest
  @CsvSource({"國, 国, 国", "髙, 高, 髙", "藥, 薬, 药", "発, 発, 発"})
  void each_language_keeps_the_characters_that_its_dictionary_has(
      String written, String japanese, String chinese) {
    assertThat(FoldingFilter.fold(written, Folding.JAPANESE)).isEqualTo(japanese);
    assertThat(FoldingFilter.fold(written, Folding.CHINESE)).isEqualTo(chinese);
  }

  @Test
  void places_are_those_of_the_text_as_it_was_written() {
    FoldingFilter folded = filter("aｶﾞ㈱x");

    assertThat(text(folded)).isEqualTo("aガ株式会社x");
    assertThat(folded.correctOffset(1)).as("before ガ").isEqualTo(1);
    assertThat(folded.correctOffset(2)).as("behind ガ").isEqualTo(3);
    assertThat(folded.correctOffset(6)).as("behind ㈱").isEqualTo(4);
    assertThat(folded.correctOffset(7)).as("behind x").isEqualTo(5);
  }

  @Test
  void text_of_any_size_is_read_in_any_portions() throws Exception {
    String text = "内視鏡 Endoscopy ㈱ ".repeat(1000);
    StringBuilder read = new StringBuilder();
    try (Reader reader = filter(text)) {
      char[] some = new char[7];
      for (int count = reader.read(some, 0, 7); count >= 0; count = reader.read(some, 0, 7)) {
        read.append(some, 0, count);
      }
    }

    assertThat(read.toString()).isEqualTo(FoldingFilter.fold(text, Folding.NONE));
  }

  private static FoldingFilter filter(String text) {
    return new FoldingFilter(Reader.of(text), Folding.NONE);
  }

  private static String text(FoldingFilter filter) {
    StringBuilder text = new StringBuilder();
    for (int next = filter.read(); next >= 0; next = filter.read()) {
      text.append((char) next);
    }
    return text.toString();
  }
}
