package dev.kanmin.odalinkage.iati;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.odalinkage.iati.IatiActivity.ActivityDate;
import dev.kanmin.odalinkage.iati.IatiActivity.Point;
import dev.kanmin.odalinkage.iati.IatiActivity.RelatedActivity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IatiActivityTest {

  private final IatiActivity activity =
      Iati.readSample("activities-2.03.xml").accepted(0).activity();

  @Test
  void texts_are_told_by_language() {
    assertThat(activity.identifier()).isEqualTo("JP-JCN-9990000000001-H-001");
    assertThat(activity.title().byLanguage())
        .containsEntry("en", "Diagnostic imaging for provincial hospitals")
        .containsEntry("ja", "地方病院画像診断機材整備計画")
        .containsOnlyKeys("en", "ja", "vi");
    assertThat(activity.reportingOrganisation().ref()).isEqualTo("JP-JCN-9990000000001");
    assertThat(activity.reportingOrganisation().names().byLanguage())
        .containsEntry("ja", "【サンプル】開発協力機関");
  }

  @Test
  void languages_are_told_in_their_canonical_spelling() {
    String titles =
        Iati.activity("<recipient-country code='VN'/><sector code='1'/>")
            .replace("<title>", "<title><narrative xml:lang='ZH-hant-tw'>內視鏡</narrative>")
            .replace("xml:lang=\"en\"", "xml:lang=\"JA\"");
    assertThat(Iati.read(Iati.file(titles)).accepted(0).activity().title().byLanguage())
        .containsOnlyKeys("zh-Hant-TW", "ja");
  }

  @Test
  void sums_have_the_default_currency_where_they_name_none() {
    assertThat(activity.budgets().getFirst().value().amount()).isEqualTo("600000000");
    assertThat(activity.budgets().getFirst().value().currency()).contains("JPY");
    assertThat(activity.budgets().getFirst().value().valueDate())
        .contains(LocalDate.of(2026, 4, 1));
    assertThat(activity.transactions().getFirst().type()).isEqualTo("2");
    assertThat(
            activity
                .plannedDisbursements()
                .getFirst()
                .receiver()
                .orElseThrow()
                .names()
                .byLanguage())
        .containsEntry("en", "[Sample] ministry of health");
  }

  @Test
  void recipients_sectors_and_places_are_typed() {
    assertThat(activity.recipientCountries())
        .extracting(each -> each.code())
        .containsExactly("VN", "LA");
    assertThat(activity.recipientCountries().getFirst().percentage())
        .contains(new BigDecimal("70"));
    assertThat(activity.sectors())
        .extracting(each -> each.vocabulary())
        .containsExactly("1", "1", "99");
    assertThat(activity.locations().getFirst().point())
        .contains(new Point(new BigDecimal("21.0285"), new BigDecimal("105.8542")));
    assertThat(activity.dates()).contains(new ActivityDate("3", LocalDate.of(2029, 3, 31)));
    assertThat(activity.relatedActivities())
        .containsExactly(new RelatedActivity("JP-JCN-9990000000001-H-002", "3"));
    assertThat(activity.lastUpdated()).contains(Instant.parse("2026-03-20T01:30:00Z"));
  }

  @Test
  void what_is_assumed_where_nothing_is_said_is_filled_in() {
    IatiActivity other = Iati.readSample("activities-2.03.xml").accepted(1).activity();

    assertThat(other.hierarchy()).isEqualTo(1);
    assertThat(other.humanitarian()).isFalse();
    assertThat(other.sectors().getFirst().vocabulary()).isEqualTo("1");
    assertThat(other.title().byLanguage()).isEqualTo(Map.of("ja", "内視鏡医育成プロジェクト"));
  }

  @Test
  void a_position_that_is_none_on_earth_is_no_point() {
    assertThat(ActivityExtractor.point("91 0")).isEmpty();
    assertThat(ActivityExtractor.point("35,6 139,7")).isEmpty();
    assertThat(ActivityExtractor.point("35.6")).isEmpty();
    assertThat(ActivityExtractor.point(" 35.6\n139.7 ")).isPresent();
  }
}
