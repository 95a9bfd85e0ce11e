package dev.kanmin.bench.search;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/**
 * Titles and summaries as long and as various as those of real records, the same for the same
 * number, and what is looked for in them: words of all languages, frequent and rare ones, some of
 * them misspelt.
 */
final class SampleWords {
  private static final List<String> PLACES =
      List.of("ハノイ市", "中央", "国立", "地方", "北部", "東部", "省立", "バクマイ病院", "チョーライ病院", "保健省");
  private static final List<String> SUBJECTS =
      List.of(
          "内視鏡", "画像診断", "医療機器", "研修", "病院整備", "計画", "人材育成", "技術協力", "看護師", "透析", "遠隔医療", "商談会",
          "普及", "超音波", "がん検診");
  private static final List<String> ENGLISH =
      List.of(
          "endoscopy",
          "imaging",
          "medical",
          "equipment",
          "training",
          "hospital",
          "improvement",
          "project",
          "capacity",
          "building",
          "dialysis",
          "telemedicine",
          "nurses",
          "screening",
          "cancer",
          "ultrasound",
          "mission",
          "provincial",
          "national",
          "health",
          "ministry");
  private static final List<String> CHINESE =
      List.of("内窥镜", "影像诊断", "医疗设备", "培训", "医院", "项目", "合作", "透析", "远程医疗", "卫生部");
  private static final List<String> KOREAN =
      List.of("내시경", "영상진단", "의료기기", "교육", "병원", "사업", "협력", "투석", "원격의료", "보건부");

  static final List<String> QUESTIONS =
      List.of(
          "内視鏡",
          "ﾊﾉｲ",
          "endoscopy",
          "hospital training",
          "研修 病院",
          "内視鏡の研修",
          "\"capacity building\"",
          "telemed",
          "XM-DAC-701-8-SAMPLE-78",
          "透析 vietnam",
          "内視境",
          "endscopy",
          "national ministry health project",
          "バクマイ病院",
          "內窺鏡",
          "의료기기",
          "JICA",
          "がん検診 計画");

  /** One in so many has Chinese and Korean titles too. */
  private static final int ALL_LANGUAGES = 10;

  private SampleWords() {}

  static void dress(int number, ObjectNode card) {
    Random random = new Random(number);
    ObjectNode title = card.putObject("title");
    title.put("ja", some(PLACES, 1, "", random) + "における" + some(SUBJECTS, 3, "・", random) + number);
    title.put("en", some(ENGLISH, 6, " ", random) + " " + number);
    ObjectNode summary = card.putObject("summary");
    summary.put(
        "ja",
        "%sを行い、%sの%sに資する。"
            .formatted(
                some(SUBJECTS, 5, "と", random),
                some(PLACES, 2, "と", random),
                some(SUBJECTS, 4, "及び", random)));
    summary.put("en", "The " + some(ENGLISH, 15, " ", random) + ".");
    if (number % ALL_LANGUAGES == 0) {
      title.put("zh-Hans", some(CHINESE, 4, "", random));
      title.put("ko", some(KOREAN, 4, " ", random));
    }
  }

  private static String some(List<String> words, int count, String between, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : between).append(words.get(random.nextInt(words.size())));
    }
    return text.toString();
  }
}
