package dev.kanmin.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.testkit.service.Answer;
import dev.kanmin.testkit.service.ApiClient;
import dev.kanmin.testkit.service.RunningService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** Companies and counterparts in and out as tables, over real HTTP, Kafka and a store. */
class SheetsTest {
  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final Charset CP932 = Charset.forName("windows-31j");
  private static final String HEADER = "法人番号,名称,都道府県,業種(JSIC),資本金(円),従業員数,希望国・地域\r\n";

  private final RunningService service = RunningDirectory.SERVICE;
  private final ApiClient jetro = service.as("jetro");
  private final ApiClient csv = jetro.with("Content-Type", CSV);

  @Test
  void a_file_is_taken_once_whatever_its_encoding_and_told_of_once() {
    String lines = HEADER + "9999900000108,㈱髙山サンプル,東京都,E2743,\"50,000,000\",40,VN;TH\r\n";
    Answer dry = imported("companies", lines.getBytes(CP932), true).is(200);
    assertThat(dry.text("/encoding")).isEqualTo("CP932");
    assertThat(dry.at("/created").asInt()).isEqualTo(1);
    String id = dry.text("/records/0/id");
    jetro.get("/v1/companies/" + id).is(404);

    Answer done = imported("companies", lines.getBytes(CP932), false).is(200);
    assertThat(done.text("/records/0/id")).isEqualTo(id);
    Answer seen = jetro.get("/v1/companies/" + id).is(200);
    assertThat(seen.text("/names/ja")).isEqualTo("㈱髙山サンプル");
    assertThat(seen.text("/prefecture")).isEqualTo("JP-13");
    assertThat(seen.text("/sme/answer")).isEqualTo("yes");

    for (String again : new String[] {lines, "\uFEFF" + lines}) {
      Answer repeated =
          imported("companies", again.getBytes(StandardCharsets.UTF_8), false).is(200);
      assertThat(repeated.at("/unchanged").asInt()).isEqualTo(1);
      assertThat(repeated.at("/records").size()).isZero();
      assertThat(repeated.text("/encoding"))
          .isEqualTo(again.equals(lines) ? "UTF-8" : "UTF-8 with BOM");
    }
    String changed = lines.replace(",40,", ",41,");
    assertThat(
            imported("companies", changed.getBytes(StandardCharsets.UTF_8), false)
                .at("/changed")
                .asInt())
        .isEqualTo(1);
    assertThat(service.published(id, 2)).hasSize(2);
  }

  @Test
  void a_file_with_a_fault_changes_nothing_and_each_fault_is_told_by_line_and_column() {
    String lines =
        HEADER
            + "9999900000116,良い会社,JP-13,E2743,1,1,VN\r\n"
            + "9999900000117,数字の会社,JP-48,E2743,1,1,VN\r\n"
            + "9999900000124,,JP-13,E2743,1,1,VN\r\n"
            + "9999900000116,同じ会社,JP-13,E9943,many,1,JP\r\n";
    Answer refused =
        imported("companies", lines.getBytes(StandardCharsets.UTF_8), false)
            .isProblem(422, "import-refused");
    assertThat(places(refused)).containsExactly("3:1", "4:2", "5:4");
    assertThat(jetro.get("/v1/companies?corporateNumber=9999900000116").at("/items").size())
        .isZero();
  }

  @Test
  void what_is_no_table_is_said_to_be_none() throws IOException {
    faults("companies", "colour,size\r\nred,1\r\n", "1:1", "1:2");
    faults("companies", "名称,名称\r\na,b\r\n", "1:2");
    faults("companies", "", "1:1");
    faults("companies", "\u0000\u0001", "1:1");
    faults("companies", "名称\r\nx,y\r\n", "2:2");
    faults("companies", "名称\r\n名前だけ\r\n", "2:1");
    places(
        imported("companies", new byte[] {-1, -2, 0, 0}, false).isProblem(422, "import-refused"));
    imported("companies", "PK\u0003\u0004nonsense".getBytes(StandardCharsets.UTF_8), false)
        .isProblem(422, "import-refused");
    imported("companies", bomb(), false).isProblem(422, "import-refused");
    imported("companies", new byte[6 * 1024 * 1024], false).isProblem(413, "content-too-large");
    jetro.post("/v1/companies/import", "{}").is(415);
  }

  @Test
  void another_agencys_company_is_not_changed_by_a_file() {
    String lines = HEADER + "9999900000124,他機関の会社,JP-13,E2743,1,1,VN\r\n";
    imported("companies", lines.getBytes(StandardCharsets.UTF_8), false).is(200);
    Answer refused =
        service
            .as("jica")
            .with("Content-Type", CSV)
            .post(
                "/v1/companies/import",
                lines.replace("他機関", "自機関").getBytes(StandardCharsets.UTF_8))
            .isProblem(422, "import-refused");
    assertThat(refused.text("/errors/0/code")).isEqualTo("not-your-company");
  }

  @Test
  void what_is_exported_is_imported_without_a_change_and_holds_no_formula() throws IOException {
    ApiClient nedo = service.as("nedo");
    nedo.with("Content-Type", CSV)
        .post(
            "/v1/companies/import",
            ("reference,name,name_kana,prefecture,industry,staff,capacity,sample\r\n"
                    + "7,=HYPERLINK(\"x\"),カナ,JP-01,P83,3,limited,true\r\n")
                .getBytes(StandardCharsets.UTF_8))
        .is(200);
    for (String format : new String[] {"csv", "xlsx"}) {
      Answer file = nedo.get("/v1/companies/export?agency=nedo&format=" + format).is(200);
      assertThat(file.header("content-disposition")).contains("companies." + format);
      if (format.equals("csv")) {
        assertThat(file.text()).startsWith("\uFEFFid,").contains("'=HYPERLINK");
        assertThat(service.as("jica").get("/v1/companies/export?agency=nedo").text())
            .doesNotContain("HYPERLINK", "カナ");
      } else {
        assertThat(firstCells(file.bytes())).contains("=HYPERLINK(\"x\")");
      }
      Answer again =
          nedo.with("Content-Type", format.equals("csv") ? CSV : XLSX)
              .post("/v1/companies/import", file.bytes())
              .is(200);
      assertThat(again.at("/unchanged").asInt()).isEqualTo(1);
      assertThat(again.at("/records").size()).isZero();
    }
  }

  @Test
  void a_template_that_is_filled_in_is_taken() throws IOException {
    byte[] template = jetro.get("/v1/counterparts/template").is(200).bytes();
    List<String> header = firstRow(template);
    assertThat(header).contains("ID", "英語名称", "国・地域");
    ByteArrayOutputStream filled = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(filled, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("x");
      Map<String, String> cells =
          Map.of("整理番号", "1", "種類", "病院", "英語名称", "Filled", "国・地域", "VN", "識別番号", "vn-gdt:1");
      for (int i = 0; i < header.size(); i++) {
        sheet.value(0, i, header.get(i));
        sheet.value(1, i, cells.getOrDefault(header.get(i), ""));
      }
      sheet.value(1, header.indexOf("整理番号"), 1);
    }
    Answer done = imported("counterparts", filled.toByteArray(), false).is(200);
    assertThat(done.text("/format")).isEqualTo("xlsx");
    String id = done.text("/records/0/id");
    assertThat(jetro.get("/v1/counterparts/" + id).text("/identifiers/0/scheme"))
        .isEqualTo("vn-gdt");
    assertThat(imported("counterparts", filled.toByteArray(), false).at("/unchanged").asInt())
        .isEqualTo(1);
    faults(
        "counterparts",
        "reference,kind,name_en,country,office\r\n2,hospital,X,VN,nowhere\r\n",
        "2:5");
    faults("counterparts", "reference,kind,name_en,country\r\n2,hospital,X,JP\r\n", "2:4");
  }

  private void faults(String kind, String text, String... places) {
    Answer refused =
        imported(kind, text.getBytes(StandardCharsets.UTF_8), false)
            .isProblem(422, "import-refused");
    assertThat(places(refused)).as(refused.text()).containsExactly(places);
  }

  private static List<String> places(Answer refused) {
    return refused.at("/errors").values().stream()
        .map(it -> it.at("/line").asInt() + ":" + it.at("/column").asInt(1))
        .toList();
  }

  private Answer imported(String kind, byte[] file, boolean dryRun) {
    boolean isExcel = file.length > 1 && file[0] == 'P' && file[1] == 'K';
    return csv.with("Content-Type", isExcel ? XLSX : CSV)
        .post("/v1/" + kind + "/import" + (dryRun ? "?dryRun=true" : ""), file);
  }

  private static List<String> firstCells(byte[] xlsx) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      return workbook.getFirstSheet().read().stream()
          .flatMap(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()))
          .toList();
    }
  }

  private static List<String> firstRow(byte[] xlsx) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      Row row = workbook.getFirstSheet().read().getFirst();
      return row.stream().map(cell -> cell.getText()).toList();
    }
  }

  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      byte[] block = new byte[1024 * 1024];
      for (int i = 0; i < 30; i++) {
        zip.write(block);
      }
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }
}
