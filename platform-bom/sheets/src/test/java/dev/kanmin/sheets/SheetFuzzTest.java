package dev.kanmin.sheets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.kanmin.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a table holds, it is read or refused by line and column. */
class SheetFuzzTest {
  private static final Columns COLUMNS =
      new Columns(
          "表",
          List.of(
              new Column("name", "名称", "/name", "text"),
              new Column("number", "数", "/number", "whole number"),
              new Column("list", "一覧", "/list", "codes")));
  private static final List<List<String>> LINES = List.of(List.of("=A", "1,000", "VN;TH"));

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of((Object) SheetWriting.write(SheetFormat.XLSX, COLUMNS, LINES)),
        Arguments.of((Object) SheetWriting.write(SheetFormat.CSV, COLUMNS, LINES)),
        Arguments.of((Object) "名称,数\n\"a\n".getBytes(StandardCharsets.UTF_8)));
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "10m")
  void a_table_is_read_or_refused(byte[] file) {
    try {
      SheetReading.read(
          file,
          COLUMNS,
          line -> List.of(line.text("name"), line.number("number"), line.values("list", it -> it)));
    } catch (ProblemException refused) {
      // said by line and column
    }
  }
}
