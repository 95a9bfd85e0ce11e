package dev.kanmin.directory.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {
  @ParameterizedTest
  @ValueSource(strings = {"㈱ワイズ", "株式会社ワイズ", "ワイズ株式会社", "（株）ワイズ", "(株) ワイズ", "㈱ﾜｲｽﾞ", "株式会社　ワイズ"})
  void spellings_of_one_name_are_one(String spelling) {
    assertThat(NameKey.of(spelling)).isEqualTo("ワイズ");
  }

  @ParameterizedTest
  @CsvSource({
    "髙﨑醫科器械, 高崎医科器械",
    "'WISE Co., Ltd.', wise",
    "Wise Company Limited, wise",
    "Ｗｉｓｅ Ｉｎｃ., wise",
    "Bệnh viện Chợ Rẫy, benhvienchoray",
    "Đại học Y Hà Nội, daihocyhanoi",
    "がん研, がん研",
    "Bangkok Dusit Medical Services PLC, bangkokdusitmedicalservices",
    "Limitless Devices, limitlessdevices",
  })
  void names_are_compared_without_what_does_not_count(String name, String key) {
    assertThat(NameKey.of(name)).isEqualTo(NameKey.of(key)).isEqualTo(key);
  }
}
