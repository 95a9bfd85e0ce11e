package dev.kanmin.marketintelligence.comtrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComtradeReaderTest {
  private static final String CLASSIC =
      "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Netweight (kg),Trade Value (US$),Flag";
  private static final String LONG =
      "Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag";
  private static final String BULK =
      "datasetCode,typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,flowCode,partnerCode,partner2Code,classificationCode,classificationSearchCode,isOriginalClassification,cmdCode,customsCode,mosCode,motCode,primaryValue,isReported,isAggregate";

  @TempDir Path folder;
  private final List<TradeRow> rows = new ArrayList<>();
  private final List<String> passed = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  @Test
  void a_classic_file_is_read_in_windows_letters_too() throws IOException {
    var header =
        read(
            CLASSIC
                + "\r\n"
                + classic("1", "699", "IND", "251", "FRA", "901812", "1234.5")
                + "\r\n"
                + classic("1", "704", "VNM", "384", "CIV", "901812", "7")
                + "\r\n",
            Charset.forName("windows-1252"));
    assertThat(header.encoding()).isEqualTo("windows-1252");
    assertThat(header.form()).isEqualTo("classic");
    assertThat(rows)
        .extracting(
            it -> it.reporter() + " " + it.partnerCountry().orElseThrow() + " " + it.dollars())
        .containsExactly("IN FR 1234.5", "VN CI 7");
  }

  @Test
  void of_a_long_classic_file_totals_alone_are_taken() throws IOException {
    String row =
        "H5,2023,2023,2023,6,1,1,Import,704,Viet Nam,VNM,0,World,WLD,%s,,,%s,,%s,,901890,Other,1,,,,,,,,500,500,,0";
    read(
        LONG
            + "\r\n"
            + row.formatted("0", "C00", "0")
            + "\r\n"
            + row.formatted("", "", "")
            + "\r\n"
            + row.formatted("392", "C00", "0")
            + "\r\n"
            + row.formatted("0", "C01", "0")
            + "\r\n"
            + row.formatted("0", "C00", "2100")
            + "\r\n",
        StandardCharsets.UTF_8);
    assertThat(rows).hasSize(2);
    assertThat(passed).containsExactly("PART_OF_TOTAL", "PART_OF_TOTAL", "PART_OF_TOTAL");
  }

  @Test
  void a_bulk_file_has_no_words_and_says_what_was_estimated() throws IOException {
    var header =
        read(
            "\uFEFF"
                + BULK
                + ",newColumn\n"
                + "FINAL,C,A,20230101,2023,52,2023,704,M,490,0,H6,HS,1,901890,C00,0,0,12.75,0,0,x\n"
                + "FINAL,C,M,20230101,2023,1,202301,704,M,0,0,H6,HS,1,901890,C00,0,0,12.75,1,1,x\n"
                + "FINAL,C,A,20230101,2023,52,2023,704,X,0,0,H6,HS,1,901890,C00,0,0,12.75,1,1,x\n"
                + "FINAL,C,A,20230101,2023,52,2023,276,M,0,0,H6,HS,1,901890,C00,0,0,12.75,1,1,x\n"
                + "FINAL,C,A,20230101,2023,52,2023,704,M,0,0,H6,HS,1,010121,C00,0,0,12.75,1,1,x\n"
                + "FINAL,C,A,20230101,2023,52,2023,704,M,0,0,B4,BEC,1,901890,C00,0,0,12.75,1,1,x\n",
            StandardCharsets.UTF_8);
    assertThat(header.form()).isEqualTo("bulk");
    assertThat(header.unknownColumns()).containsExactly("newColumn");
    assertThat(rows)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.estimated()).isTrue();
              assertThat(row.partnerCountry().orElseThrow()).hasToString("TW");
            });
    assertThat(passed)
        .containsExactly(
            "NOT_ANNUAL", "OTHER_FLOW", "OTHER_REPORTER", "OTHER_GOODS", "OTHER_CLASSIFICATION");
  }

  @Test
  void areas_that_look_like_iso_and_are_not_are_no_country() throws IOException {
    for (String area : List.of("899", "837", "356", "158", "840", "0")) {
      assertThat(Areas.country(area, java.util.Optional.of("USA"))).as(area).isEmpty();
    }
    assertThat(Areas.country("050", java.util.Optional.empty()).orElseThrow()).hasToString("BD");
    assertThat(Areas.country("381", java.util.Optional.empty()).orElseThrow()).hasToString("IT");
  }

  @Test
  void a_row_at_fault_is_named_by_its_line_and_stops_no_other() throws IOException {
    read(
        CLASSIC
            + "\r\n"
            + classic("1", "704", "VNM", "0", "WLD", "901812", "many")
            + "\r\n1,2\r\n"
            + classic("1", "704", "VNM", "x", "", "901812", "1")
            + "\r\n"
            + classic("1", "704", "VNM", "0", "WLD", "901812", "1e3")
            + "\r\n",
        StandardCharsets.UTF_8);
    assertThat(faults).containsExactly("2 bad-value", "3 wrong-number-of-fields", "4 bad-partner");
    assertThat(rows)
        .singleElement()
        .satisfies(row -> assertThat(row.dollars()).isEqualByComparingTo("1000"));
  }

  @Test
  void what_is_no_file_of_comtrade_is_refused_and_says_what_is_missing() {
    assertThatExceptionOfType(UnreadableTable.class)
        .isThrownBy(() -> read("a,b\n1,2\n", StandardCharsets.UTF_8));
    assertThatExceptionOfType(UnreadableTable.class)
        .isThrownBy(() -> read("", StandardCharsets.UTF_8));
    assertThatExceptionOfType(UnreadableTable.class)
        .isThrownBy(() -> read(BULK.replace("motCode,", "") + "\n", StandardCharsets.UTF_8))
        .withMessageContaining("motcode");
  }

  @Test
  void an_answer_without_rows_is_a_header_alone() throws IOException {
    read(CLASSIC + "\r\n", StandardCharsets.UTF_8);
    assertThat(rows).isEmpty();
    assertThat(faults).isEmpty();
  }

  private static String classic(
      String flow,
      String reporter,
      String reporterIso,
      String partner,
      String partnerIso,
      String goods,
      String value) {
    return "H5,2023,2023,2023,6,1,%s,Import,%s,Name,%s,%s,\"Côte d'Ivoire, x\",%s,%s,Goods,1,No Quantity,,,%s,0"
        .formatted(flow, reporter, reporterIso, partner, partnerIso, goods, value);
  }

  private ComtradeReader.Header read(String text, Charset encoding) throws IOException {
    Path file = folder.resolve("file.csv");
    Files.write(file, text.getBytes(encoding));
    return ComtradeReader.read(
        file,
        code -> code.code().startsWith("9018"),
        new ComtradeReader.Sink() {
          @Override
          public void row(TradeRow row) {
            rows.add(row);
          }

          @Override
          public void passed(ComtradeReader.Passed why) {
            passed.add(why.name());
          }

          @Override
          public void fault(long line, String code, String detail) {
            faults.add(line + " " + code);
          }
        });
  }
}
