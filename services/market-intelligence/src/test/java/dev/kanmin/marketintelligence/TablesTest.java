package dev.kanmin.marketintelligence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Tenders and figures by table: errors by line and column, and nothing twice. */
@EachStore
class TablesTest {
  private static RunningService service;

  private final ApiClient jetro = service.as("jetro").with("Content-Type", "text/csv");
  private final ApiClient jica = service.as("jica");

  TablesTest(StoreFixture store) {}

  @BeforeParameterizedClassInvocation
  static void start(StoreFixture store) {
    service = MarketService.on(store);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    service.close();
  }

  @Test
  void tenders_come_by_table_once_and_a_changed_line_revises() {
    String file =
        """
        公告番号,国・地域,件名,title_en,buyer,closes,zone,value,currency,sample
        T-1,TH,【サンプル】透析装置,[Sample] Dialysis machines,[Sample] Hospital,2027-02-15T16:00,Asia/Bangkok,48000000,THB,true
        T-2,VN,,[Sample] Endoscopes,[Sample] Hospital,2027-03-01,,3000000000,VND,true
        """;
    Answer made = jetro.post("/v1/tenders/table/import", file).is(200);
    assertThat(made.at("/created").asInt()).isEqualTo(2);
    Answer tender = jica.get("/v1/tenders/" + made.text("/records/0/id")).is(200);
    assertThat(tender.text("/tender/closes/at")).isEqualTo("2027-02-15T09:00:00Z");
    assertThat(tender.text("/tender/fields/0/field")).isEqualTo("blood-purification");
    assertThat(jetro.post("/v1/tenders/table/import", file).at("/unchanged").asInt()).isEqualTo(2);
    Answer revised =
        jetro.post("/v1/tenders/table/import", file.replace("48000000", "52000000")).is(200);
    assertThat(revised.at("/changed").asInt()).isOne();
  }

  @Test
  void each_fault_is_told_by_line_and_column_and_nothing_is_taken() {
    Answer refused =
        jetro.post(
            "/v1/tenders/table/import",
            """
            reference,country,title_en,buyer,closes,value,currency
            F-1,TH,[Sample] One,[Sample] Hospital,2027-02-31,1,THB
            F-2,XX,[Sample] Two,[Sample] Hospital,,,
            ,TH,[Sample] Three,[Sample] Hospital,,many,THB
            F-4,TH,[Sample] Four,[Sample] Hospital,,1.5,VND
            F-5,TH,[Sample] Five,[Sample] Hospital,2027-03-01,1,THB
            """);
    refused.isProblem(422, "import-refused");
    assertThat(refused.at("/errors").findValuesAsString("line")).contains("2", "4");
    assertThat(jica.get("/v1/tenders?country=TH").text()).doesNotContain("[Sample] Five");
  }

  @Test
  void figures_of_trade_by_table_make_a_profile_that_names_their_source() {
    StringBuilder file = new StringBuilder("country,year,hs,partner,usd\n");
    for (int year = 2020; year <= 2024; year++) {
      file.append("LK,%d,901890,WORLD,%d\n".formatted(year, year * 1_000));
      file.append("LK,%d,901890,JP,%d\n".formatted(year, year * 300));
    }
    String path = "/v1/profiles/table/import?source=Customs&retrievedOn=2026-09-01";
    Answer made = jetro.post(path, file.toString()).is(200);
    assertThat(made.at("/taken").asInt()).isEqualTo(10);
    Answer profile = jica.get("/v1/profiles/LK/endoscopy").is(200);
    assertThat(profile.text("/profile/years/4/source")).isEqualTo("Customs");
    assertThat(profile.text("/profile/years/4/japanShare")).isEqualTo("30.0");
    assertThat(jetro.post(path, file.toString()).at("/taken").asInt()).isZero();
    Answer refused = jetro.post(path, file + "LK,20x4,9018,JP,-1\nFR,2024,90,JP,1\n");
    refused.isProblem(422, "import-refused");
    assertThat(refused.at("/errors")).hasSize(2);
    jetro.post("/v1/profiles/table/import", "country\n").isProblem(400, "bad-input");
  }

  @Test
  void indicators_come_by_table_and_every_template_is_an_excel_file() {
    String file =
        """
        country,indicator,name,year,value,source
        LA,SH.MED.BEDS.ZS,"Hospital beds (per 1,000 people)",2023,1.5,[Sample] Ministry
        """;
    Answer made = jetro.post("/v1/profiles/indicators/table/import", file).is(200);
    assertThat(made.at("/taken").asInt()).isOne();
    jetro
        .post("/v1/profiles/indicators/table/import", file.replace("1.5", "viele"))
        .isProblem(422, "import-refused");
    for (String template :
        new String[] {
          "/v1/tenders/table/template",
          "/v1/profiles/table/template",
          "/v1/profiles/indicators/table/template"
        }) {
      assertThat(jica.get(template).is(200).text()).startsWith("PK");
    }
  }
}
