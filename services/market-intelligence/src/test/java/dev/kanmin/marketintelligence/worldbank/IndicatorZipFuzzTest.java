package dev.kanmin.marketintelligence.worldbank;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.kanmin.marketintelligence.Fuzzed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a zip of an indicator holds, it is read or refused in words. */
class IndicatorZipFuzzTest {
  private static final String DATA = "API_NY.GDP.MKTP.CD_DS2_en_csv_v2_1.csv";
  private static final String COUNTRIES = "Metadata_Country_API_NY.GDP.MKTP.CD_DS2_en_csv_v2_1.csv";
  private static final String METADATA =
      "\"Country Code\",\"Region\",\"IncomeGroup\",\r\n\"THA\",\"East Asia & Pacific\",\"\",\r\n";

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of(
            (Object)
                """
                "Data Source","World Development Indicators",

                "Last Updated Date","2026-09-30",

                "Country Name","Country Code","Indicator Name","Indicator Code","2023","2024",
                "Thailand","THA","GDP (current US$)","NY.GDP.MKTP.CD","495000000000.5","..",
                """
                    .getBytes(StandardCharsets.UTF_8)));
  }

  static Stream<Arguments> zips() throws IOException {
    return Stream.of(
        Arguments.of((Object) zip((byte[]) tables().findFirst().orElseThrow().get()[0])));
  }

  @MethodSource("zips")
  @FuzzTest(maxDuration = "10m")
  void a_zip_is_read_or_refused(byte[] zip) throws IOException {
    read(zip);
  }

  @MethodSource("tables")
  @FuzzTest(maxDuration = "10m")
  void a_table_in_a_zip_is_read_or_refused(byte[] table) throws IOException {
    read(zip(table));
  }

  private static void read(byte[] zip) throws IOException {
    Fuzzed.inFile(
        zip,
        path -> {
          try {
            IndicatorZip.read(path, value -> {});
          } catch (IndicatorZip.Unreadable refused) {
            // said in words
          }
        });
  }

  private static byte[] zip(byte[] table) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(DATA));
      zip.write(table);
      zip.putNextEntry(new ZipEntry(COUNTRIES));
      zip.write(METADATA.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
