package dev.kanmin.marketintelligence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.EachStore;
import dev.kanmin.testkit.StoreFixture;
import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Files of figures, and the profiles that come of them. */
@EachStore
class ProfilesTest {
  private static final String LEAD =
      "\uFEFF\"Data Source\",\"World Development Indicators\",\r\n\r\n\"Last Updated Date\",\"2026-09-30\",\r\n\r\n";

  private static RunningService service;

  private final ApiClient jetro = service.as("jetro").with("Content-Type", "text/csv");
  private final ApiClient jica = service.as("jica");

  ProfilesTest(StoreFixture store) {}

  @BeforeParameterizedClassInvocation
  static void start(StoreFixture store) {
    service = MarketService.on(store);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    service.close();
  }

  @Test
  void a_file_of_comtrade_becomes_profiles_and_the_same_again_changes_nothing() {
    String file = DevFiles.text("profiles/sample-comtrade-plus.csv");
    Answer imported = jetro.post("/v1/profiles/import?retrievedOn=2026-09-01", file).is(200);
    assertThat(imported.text("/form")).isEqualTo("comtrade-plus");
    assertThat(imported.at("/taken").asInt()).isEqualTo(25);
    assertThat(imported.at("/passed/part-of-total").asInt()).isEqualTo(10);
    assertThat(imported.at("/unknownColumns")).isEmpty();
    assertThat(imported.at("/profiles")).hasSize(2);

    Answer profile = jica.get("/v1/profiles/VN/endoscopy").is(200);
    assertThat(profile.at("/profile/years")).hasSize(5);
    assertThat(profile.text("/profile/years/4/imports")).isEqualTo("140000000");
    assertThat(profile.text("/profile/years/4/japanShare")).isEqualTo("31.0");
    assertThat(profile.text("/profile/years/4/retrievedOn")).isEqualTo("2026-09-01");
    assertThat(profile.text("/profile/years/4/source")).isEqualTo("UN Comtrade");
    assertThat(profile.at("/profile/years/2/revisionBreak").asBoolean()).isTrue();
    assertThat(profile.text("/profile/competitors/3/country")).isEqualTo("TW");
    assertThat(profile.text("/profile/growth/percent")).isEqualTo("11.7");
    assertThat(profile.text("/attractiveness/score")).isNotEmpty();

    var card = service.published(profile.text("/id"), 1).getLast().data().at("/card");
    assertThat(card.at("/figures/0/what").asString()).isEqualTo("imports");
    assertThat(card.at("/figures/0/year").asInt()).isEqualTo(2024);
    assertThat(card.at("/figures/1/what").asString()).isEqualTo("japan-import-share");

    Answer again = jetro.post("/v1/profiles/import?retrievedOn=2026-09-01", file).is(200);
    assertThat(again.at("/taken").asInt()).isZero();
    assertThat(again.at("/profiles")).isEmpty();
    Answer older =
        jetro
            .post("/v1/profiles/import?retrievedOn=2026-01-01", file.replace(",140000000,", ",1,"))
            .is(200);
    assertThat(older.at("/taken").asInt()).isZero();
    assertThat(jica.get("/v1/profiles?country=VN").at("/items")).hasSize(2);
    jica.get("/v1/profiles/TH/endoscopy").isProblem(404, "no-such-profile");
    jetro.post("/v1/profiles/import", "a,b\n").isProblem(422, "unreadable-file");
  }

  @Test
  void figures_that_are_made_up_say_so_and_give_way_to_real_ones() {
    String real =
        DevFiles.text("profiles/sample-comtrade-plus.csv").replace(",704,VNM,", ",458,MYS,");
    String madeUp = real.replace(",140000000,", ",999000000,");
    jetro.post("/v1/profiles/import?retrievedOn=2026-09-01&sample=true", madeUp).is(200);
    Answer sample = jica.get("/v1/profiles/MY/endoscopy").is(200);
    assertThat(sample.at("/profile/sample").asBoolean()).isTrue();
    assertThat(sample.text("/profile/years/4/source")).startsWith("[Sample]");
    // the bus is the same for each store, so later ones of this cell may be there already
    assertThat(service.published(sample.text("/id"), 1).getFirst().data().at("/card/sample"))
        .hasToString("true");
    jetro.post("/v1/profiles/import?retrievedOn=2026-01-01", real).is(200);
    jetro.post("/v1/profiles/import?retrievedOn=2026-10-01&sample=true", madeUp).is(200);
    Answer profile = jica.get("/v1/profiles/MY/endoscopy").is(200);
    assertThat(profile.at("/profile/sample").asBoolean()).isFalse();
    assertThat(profile.text("/profile/years/4/imports")).isEqualTo("140000000");
  }

  @Test
  void an_indicator_tells_countries_from_aggregates_and_nothing_from_zero() throws IOException {
    String header =
        "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"2022\",\"2023\",\"2024\",\r\n";
    String data =
        LEAD
            + header
            + "\"Thailand\",\"THA\",\"GDP (current US$)\",\"NY.GDP.MKTP.CD\",\"495000000000.5\",\"515000000000\",\"\",\r\n"
            + "\"East Asia\",\"EAS\",\"GDP (current US$)\",\"NY.GDP.MKTP.CD\",\"1\",\"1\",\"\",\r\n"
            + "\"France\",\"FRA\",\"GDP (current US$)\",\"NY.GDP.MKTP.CD\",\"1\",\"1\",\"\",\r\n"
            + "\"Japan\",\"JPN\",\"GDP (current US$)\",\"NY.GDP.MKTP.CD\",\"..\",\"many\",\"\",\r\n";
    String metadata =
        "\uFEFF\"Country Code\",\"Region\",\"IncomeGroup\",\r\n\"THA\",\"East Asia & Pacific\",\"\",\r\n\"JPN\",\"East Asia & Pacific\",\"\",\r\n\"FRA\",\"Europe\",\"\",\r\n\"EAS\",\"\",\"\",\r\n";
    byte[] zip =
        zip(
            Map.of(
                "API_NY.GDP.MKTP.CD_DS2_en_csv_v2_1.csv", data,
                "Metadata_Country_API_NY.GDP.MKTP.CD_DS2_en_csv_v2_1.csv", metadata));
    ApiClient sender = service.as("jetro").with("Content-Type", "application/zip");
    Answer imported = sender.post("/v1/profiles/indicators/import", zip).is(200);
    assertThat(imported.at("/taken").asInt()).isEqualTo(2);
    assertThat(imported.at("/aggregates").asInt()).isOne();
    assertThat(imported.at("/elsewhere").asInt()).isOne();
    assertThat(imported.text("/errors/0/code")).isEqualTo("bad-value");
    assertThat(sender.post("/v1/profiles/indicators/import", zip).at("/unchanged").asInt())
        .isEqualTo(2);

    String trade =
        DevFiles.text("profiles/sample-comtrade-plus.csv").replace(",704,VNM,", ",764,THA,");
    jetro.post("/v1/profiles/import", trade).is(200);
    Answer profile = jica.get("/v1/profiles/TH/endoscopy").is(200);
    assertThat(profile.text("/indicators/0/indicator")).isEqualTo("NY.GDP.MKTP.CD");
    assertThat(profile.at("/indicators/0/year").asInt()).isEqualTo(2023);
    assertThat(profile.text("/indicators/0/updatedOn")).isEqualTo("2026-09-30");
    sender.post("/v1/profiles/indicators/import", "no zip").isProblem(422, "unreadable-file");
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
