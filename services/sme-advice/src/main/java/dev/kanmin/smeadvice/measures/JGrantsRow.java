package dev.kanmin.smeadvice.measures;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.Language;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import dev.kanmin.codes.calendar.WorkingCalendar;
import dev.kanmin.smeadvice.eligibility.Clause;
import dev.kanmin.smeadvice.eligibility.Fact;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A row of the list that the subsidy API of the Digital Agency answers (jGrants 補助金一覧). Its
 * enumerations are Japanese words that must match exactly; the list has no rate.
 */
record JGrantsRow(JsonNode fields) {
  private static final Map<String, List<String>> BLOCKS = blocks();
  private static final List<String> DIVISIONS =
      List.of(
          "農業、林業",
          "漁業",
          "鉱業、採石業、砂利採取業",
          "建設業",
          "製造業",
          "電気・ガス・熱供給・水道業",
          "情報通信業",
          "運輸業、郵便業",
          "卸売業、小売業",
          "金融業、保険業",
          "不動産業、物品賃貸業",
          "学術研究、専門・技術サービス業",
          "宿泊業、飲食サービス業",
          "生活関連サービス業、娯楽業",
          "教育、学習支援業",
          "医療、福祉",
          "複合サービス事業",
          "サービス業(他に分類されないもの)",
          "公務(他に分類されるものを除く)",
          "分類不能の産業");

  /** A fault of a row. */
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    Fault(String field, String detail) {
      super(detail, null, false, false);
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  /** As a measure read today. */
  Measure measure(LocalDate today) {
    String id = required("id");
    String title = text("title").or(() -> text("name")).orElseThrow(() -> missing("title"));
    List<Clause> clauses = new ArrayList<>();
    area().ifPresent(clauses::add);
    employees().ifPresent(clauses::add);
    industry().ifPresent(clauses::add);
    Optional<LocalDate> from = day("acceptance_start_datetime");
    Optional<LocalDate> to = day("acceptance_end_datetime");
    if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
      throw new Fault("acceptance_end_datetime", "It ends before it begins on " + from.get() + ".");
    }
    boolean research = text("use_purpose").filter(it -> it.contains("研究開発")).isPresent();
    return new Measure(
        "jgrants-" + id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
        research ? "research-and-development" : "subsidy",
        new LocalizedText(Map.of("ja", title)),
        LocalizedText.of("jGrants 掲載", "Listed by jGrants"),
        Optional.empty(),
        List.of(),
        List.of(),
        ceiling(),
        Optional.empty(),
        calls(from, to),
        false,
        clauses.isEmpty() ? Optional.empty() : Optional.of(Clause.all(clauses)),
        new Measure.Source(
            "jGrants " + id,
            Optional.of(
                "https://www.jgrants-portal.go.jp/subsidy/" + id.replaceAll("[^A-Za-z0-9-]", "")),
            today,
            "official"),
        false);
  }

  private static List<Measure.Call> calls(Optional<LocalDate> from, Optional<LocalDate> to) {
    return from.or(() -> to)
        .map(day -> day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1)
        .map(year -> List.of(new Measure.Call(year, from, to)))
        .orElse(List.of());
  }

  /** 0 says that there is none. */
  private Optional<Money> ceiling() {
    return text("subsidy_max_limit")
        .map(
            it -> {
              if (!it.matches("[0-9]{1,15}([.]0{1,4})?")) {
                throw new Fault("subsidy_max_limit", "It is a whole number of yen.");
              }
              return it.replaceAll("[.].*", "");
            })
        .filter(it -> !it.matches("0+"))
        .map(it -> Money.of(it, "JPY"));
  }

  private Optional<Clause> area() {
    List<String> prefectures = new ArrayList<>();
    for (String area : values("target_area_search")) {
      if (area.equals("全国")) {
        return Optional.empty();
      }
      prefectures.addAll(prefectures(area));
    }
    return prefectures.isEmpty()
        ? Optional.empty()
        : Optional.of(Clause.in(Fact.PREFECTURE, prefectures.stream().distinct().toList()));
  }

  private static List<String> prefectures(String area) {
    Optional<String> one =
        CodeLists.list(CodeLists.PREFECTURES).currentCodes().stream()
            .filter(
                code ->
                    CodeLists.list(CodeLists.PREFECTURES)
                        .label(code, Language.JAPANESE)
                        .equals(area))
            .findFirst();
    if (one.isPresent()) {
      return List.of(one.get());
    }
    List<String> all = new ArrayList<>();
    for (String block : area.replace("地方", "").split("・", -1)) {
      List<String> known = BLOCKS.get(block);
      if (known == null) {
        throw new Fault(
            "target_area_search", "'" + area + "' is no prefecture, no block and not 全国.");
      }
      all.addAll(known);
    }
    return all;
  }

  private Optional<Clause> employees() {
    return text("target_number_of_employees")
        .filter(it -> !it.equals("従業員数の制約なし"))
        .map(
            it -> {
              String digits = it.replaceAll("[^0-9]", "");
              if (!it.matches("[0-9]{1,6}名(以下|以上)")) {
                throw new Fault(
                    "target_number_of_employees", "It is 従業員数の制約なし, or a number with 名以下 or 名以上.");
              }
              Optional<Long> number = Optional.of(Long.valueOf(digits));
              return it.endsWith("以下")
                  ? Clause.between(Fact.EMPLOYEES, Optional.empty(), number)
                  : Clause.between(Fact.EMPLOYEES, number, Optional.empty());
            });
  }

  private Optional<Clause> industry() {
    List<String> letters =
        values("industry").stream()
            .map(
                it -> {
                  int division =
                      DIVISIONS.indexOf(it.replace('，', '、').replace('（', '(').replace('）', ')'));
                  if (division < 0) {
                    throw new Fault("industry", "'" + it + "' is no division of JSIC.");
                  }
                  return String.valueOf((char) ('A' + division));
                })
            .distinct()
            .toList();
    return letters.isEmpty() || letters.size() == DIVISIONS.size()
        ? Optional.empty()
        : Optional.of(Clause.in(Fact.INDUSTRY, letters));
  }

  private Optional<LocalDate> day(String field) {
    return text(field)
        .map(
            it -> {
              try {
                return WorkingCalendar.dayOf(OffsetDateTime.parse(it).toInstant());
              } catch (DateTimeParseException unreadable) {
                throw new Fault(field, "It is a moment such as 2026-04-01T00:00:00Z.");
              }
            });
  }

  private String required(String field) {
    return text(field).orElseThrow(() -> missing(field));
  }

  private static Fault missing(String field) {
    return new Fault(field, "It is needed.");
  }

  private List<String> values(String field) {
    return text(field).stream()
        .flatMap(it -> Arrays.stream(it.split(" ?/ ?", -1)))
        .map(String::strip)
        .filter(it -> !it.isEmpty())
        .toList();
  }

  /** The API answers null for what is not known. */
  private Optional<String> text(String field) {
    JsonNode value = fields.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString() && !value.isNumber()) {
      throw new Fault(field, "It is a text or a number.");
    }
    return Optional.of(value.asString().strip()).filter(it -> !it.isEmpty());
  }

  private static Map<String, List<String>> blocks() {
    Map<String, List<String>> blocks = new LinkedHashMap<>();
    blocks.put("北海道", codes(1, 1));
    blocks.put("東北", codes(2, 7));
    blocks.put("関東", codes(8, 14));
    blocks.put("甲信越", Stream.of(codes(15, 15), codes(19, 20)).flatMap(List::stream).toList());
    blocks.put("北陸", codes(16, 18));
    blocks.put("東海", codes(21, 24));
    blocks.put("近畿", codes(25, 30));
    blocks.put("中国", codes(31, 35));
    blocks.put("四国", codes(36, 39));
    blocks.put("九州", codes(40, 46));
    blocks.put("沖縄", codes(47, 47));
    return blocks;
  }

  private static List<String> codes(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> "JP-%02d".formatted(number))
        .toList();
  }
}
