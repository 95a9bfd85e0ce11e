package dev.kanmin.odalinkage.iati;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.odalinkage.iati.Iati.Result;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are broken or mean harm: each is survived with bounded memory and told plainly. */
class HostileFilesTest {

  private static final String GOOD =
      Iati.activity("XM-SAMPLE-1-GOOD", "<recipient-country code='VN'/><sector code='12191'/>");

  @Test
  void a_file_on_this_machine_is_not_read_through_an_entity(@TempDir Path folder)
      throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "TOP-SECRET");
    String xml =
        "<!DOCTYPE iati-activities [<!ENTITY e SYSTEM \"%s\">]>".formatted(secret.toUri())
            + Iati.file(GOOD.replace("Title", "&e;"));

    assertRefused(Iati.read(xml), FaultCode.DOCTYPE_NOT_ALLOWED);
    assertThat(Iati.read(xml).toString()).doesNotContain("TOP-SECRET");
  }

  @Test
  void no_address_is_called_through_an_entity_or_a_document_type() throws IOException {
    try (ServerSocket server = new ServerSocket(0)) {
      server.setSoTimeout(200);
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/x.dtd";
      for (String doctype :
          List.of(
              "<!DOCTYPE iati-activities SYSTEM \"%s\">",
              "<!DOCTYPE iati-activities [<!ENTITY e SYSTEM \"%s\">]>",
              "<!DOCTYPE iati-activities [<!ENTITY %% p SYSTEM \"%s\"> %%p;]>")) {
        assertRefused(
            Iati.read(doctype.formatted(address) + Iati.file(GOOD)), FaultCode.DOCTYPE_NOT_ALLOWED);
      }
      org.assertj.core.api.Assertions.assertThatThrownBy(server::accept)
          .isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void entity_bombs_are_refused_before_they_expand() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE iati-activities [<!ENTITY a0 \"lol\">");
    for (int i = 1; i < 30; i++) {
      bomb.append("<!ENTITY a")
          .append(i)
          .append(" \"")
          .append(("&a" + (i - 1) + ";").repeat(10))
          .append("\">");
    }
    bomb.append("]>").append(Iati.file(GOOD.replace("Title", "&a29;")));

    assertRefused(Iati.read(bomb.toString()), FaultCode.DOCTYPE_NOT_ALLOWED);
  }

  @Test
  void an_entity_that_nobody_declared_ends_the_file() {
    Result result = Iati.read(Iati.file(GOOD, GOOD.replace("Title", "&nbsp;")));

    assertThat(result.file().accepted()).isEqualTo(1);
    assertRefused(result, FaultCode.NOT_WELL_FORMED);
  }

  @Test
  void the_activities_before_a_broken_place_stand() {
    Result result = Iati.read(Iati.file(GOOD, "<iati-activity><iati-identifier></title>"));

    assertThat(result.file().accepted()).isEqualTo(1);
    assertRefused(result, FaultCode.NOT_WELL_FORMED);
    Fault fault = result.file().faults().faults().getFirst();
    assertThat(fault.path()).isEqualTo("/iati-activities/iati-activity[2]");
    assertThat(fault.line()).isGreaterThan(10);
    assertThat(fault.detail()).endsWith("Nothing after this place was read.");
  }

  @Test
  void a_truncated_file_is_told_as_such_wherever_it_ends() {
    String whole = Iati.file(GOOD + GOOD.replace("GOOD", "NEXT").replace("Title", "画像診断"));
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);

    for (int length = 0; length < bytes.length; length++) {
      Result result = Iati.read(new ByteArrayInputStream(bytes, 0, length));
      assertThat(result.file().complete()).as("length %s", length).isFalse();
      assertThat(result.errors()).as("length %s", length).hasSize(1);
      assertThat(result.errors().getFirst().code())
          .as("length %s", length)
          .isIn(FaultCode.TRUNCATED, FaultCode.NOT_WELL_FORMED);
    }
    assertThat(Iati.read(bytes).file().accepted()).isEqualTo(2);
  }

  @Test
  void bytes_of_latin_1_in_a_file_that_says_utf_8_are_told_with_their_line() {
    byte[] bytes = Iati.file(GOOD.replace("Title", "é")).getBytes(StandardCharsets.ISO_8859_1);

    Result result = Iati.read(bytes);

    assertRefused(result, FaultCode.WRONG_ENCODING);
    assertThat(result.errors().getFirst().line()).isEqualTo(4);
    assertThat(result.errors().getFirst().column()).isEqualTo(19);
  }

  @Test
  void encodings_that_are_declared_are_read() {
    for (String name : List.of("UTF-8", "ISO-8859-1", "Shift_JIS", "EUC-JP", "windows-31j")) {
      String title = name.startsWith("ISO") ? "é" : "画像診断";
      String xml =
          "<?xml version=\"1.0\" encoding=\""
              + name
              + "\"?>"
              + Iati.file(GOOD.replace("Title", title));

      Result result = Iati.read(xml.getBytes(Charset.forName(name)));

      assertThat(result.errors()).as(name).isEmpty();
      assertThat(result.accepted(0).activity().title().byLanguage()).containsEntry("en", title);
    }
  }

  @Test
  void utf_16_is_read_when_it_is_utf_16_and_refused_when_it_is_not() {
    String xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + Iati.file(GOOD);
    String other = xml.replace("UTF-16", "UTF-8");

    assertThat(Iati.read(xml.getBytes(StandardCharsets.UTF_16)).file().accepted()).isEqualTo(1);
    assertThat(Iati.read(xml.getBytes(StandardCharsets.UTF_16LE)).file().accepted()).isEqualTo(1);
    assertRefused(Iati.read(xml), FaultCode.WRONG_ENCODING);
    assertRefused(Iati.read(other.getBytes(StandardCharsets.UTF_16)), FaultCode.WRONG_ENCODING);
    assertRefused(Iati.read(xml.replace("UTF-16", "UTF-7")), FaultCode.WRONG_ENCODING);
  }

  @Test
  void a_byte_order_mark_is_no_harm() {
    assertThat(Iati.read("\uFEFF" + Iati.file(GOOD)).file().accepted()).isEqualTo(1);
  }

  @Test
  void other_formats_are_named() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(Iati.file(GOOD).getBytes(StandardCharsets.UTF_8));
    }

    assertThat(detail(packed.toByteArray())).contains("gzip");
    assertThat(detail("PK\u0003\u0004…".getBytes(StandardCharsets.UTF_8))).contains("ZIP");
    assertThat(detail("{\"a\":1}".getBytes(StandardCharsets.UTF_8))).contains("JSON");
    assertThat(detail(new byte[0])).contains("empty");
    assertThat(detail("<html><body>Not found</body></html>".getBytes(StandardCharsets.UTF_8)))
        .contains("HTML");
    assertThat(detail("<!DOCTYPE html><html/>".getBytes(StandardCharsets.UTF_8)))
        .contains("DOCTYPE");
    assertThat(detail("<iati-organisations version='2.03'/>".getBytes(StandardCharsets.UTF_8)))
        .contains("organisation file");
    assertThat(detail("code,percentage\nVN,100\n".getBytes(StandardCharsets.UTF_8)))
        .contains("not well-formed");
  }

  @Test
  void nul_bytes_and_characters_that_xml_does_not_have_are_refused() {
    assertRefused(
        Iati.read(Iati.file(GOOD.replace("Title", "a\u0000b"))), FaultCode.NOT_WELL_FORMED);
    assertRefused(Iati.read(Iati.file(GOOD.replace("Title", "a&#1;b"))), FaultCode.NOT_WELL_FORMED);
    assertRefused(Iati.read(new byte[5_000]), FaultCode.NOT_WELL_FORMED);
    assertRefused(Iati.read("<?xml version='1.1'?>" + Iati.file(GOOD)), FaultCode.NOT_WELL_FORMED);
  }

  @Test
  void an_activity_nested_too_deep_is_rejected_and_the_file_goes_on() {
    String deep = "<x:a xmlns:x='urn:x'>" + "<x:a>".repeat(60) + "</x:a>".repeat(61);
    Result result = Iati.read(Iati.file(Iati.activity("XM-SAMPLE-1-DEEP", deep), GOOD));

    assertThat(result.rejected(0).faults().faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.TOO_LARGE);
    assertThat(result.rejected(0).identifier()).contains("XM-SAMPLE-1-DEEP");
    assertThat(result.file().accepted()).isEqualTo(1);
  }

  @Test
  void a_million_elements_within_one_another_end_the_file() {
    assertRefused(
        Iati.read(endless("<iati-activities version='2.03'><iati-activity>", "<a>", 3_000_000)),
        FaultCode.TOO_LARGE);
  }

  @Test
  void things_without_end_are_refused_before_they_fill_the_memory() {
    String root = "<iati-activities version='2.03'>";
    int size = 100_000_000;

    assertRefused(
        Iati.read(endless(root + "<iati-activity a='", "aaaaaaaaaa", size)), FaultCode.TOO_LARGE);
    assertRefused(
        Iati.read(endless(root + "<iati-activity a='", "a a a a a ", size)), FaultCode.TOO_LARGE);
    assertRefused(Iati.read(endless(root + "<", "aaaaaaaaaa", size)), FaultCode.TOO_LARGE);
    assertRefused(Iati.read(endless(root + "<a ", "a='1' ", size)), FaultCode.TOO_LARGE);
    assertRefused(
        Iati.read(endless(root + "<x:a xmlns:x='urn:x'>", "", "<x:a%d/>", size)),
        FaultCode.TOO_LARGE);
    assertRefused(Iati.read(endless(root, "<a", " a%d='1'", size)), FaultCode.TOO_LARGE);
    assertRefused(Iati.read(endless(root, "<a", " xmlns:a%d='urn:a'", size)), FaultCode.TOO_LARGE);
    assertRefused(Iati.read(endless(root, "<?a", "a%d", size)), FaultCode.TOO_LARGE);
    assertRefused(
        Iati.read(endless("<!DOCTYPE a [", "", "<!ENTITY a%d 'b'>", size)),
        FaultCode.DOCTYPE_NOT_ALLOWED);
  }

  @Test
  void what_ended_the_reading_is_told_even_when_very_much_else_was_wrong() {
    Result result = Iati.read(endless("<iati-activities version='2.03'>", "", "<a%d/>", 1_000_000));

    assertThat(result.file().faults().faults()).hasSize(2_001);
    assertThat(result.file().faults().faults().getFirst().code()).isEqualTo(FaultCode.TOO_LARGE);
  }

  @Test
  void a_text_that_is_too_long_rejects_its_activity_only() {
    String text = "long text ".repeat(60_000);
    Result result = Iati.read(Iati.file(Iati.activity("").replace("Title", text), GOOD));

    assertThat(result.rejected(0).faults().faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.TOO_LARGE);
    assertThat(result.file().accepted()).isEqualTo(1);
  }

  @Test
  void numbers_too_long_to_compute_with_are_refused() {
    String digits = "9".repeat(400_000);
    Result result =
        Iati.read(
            Iati.file(
                Iati.activity(
                    "<fss extraction-date='2026-01-01'><forecast year='2026'>"
                        + digits
                        + "</forecast></fss>")));

    assertThat(result.errors()).extracting(Fault::code).containsExactly(FaultCode.BAD_TYPE);
  }

  @Test
  void dates_beyond_reckoning_are_refused() {
    for (String date : new String[] {"999999999-12-31", "-999999999-01-01", "9999999-01-01"}) {
      String budget =
          "<budget><period-start iso-date='%s'/><period-end iso-date='%s'/><value value-date='2026-01-01'>1</value></budget>"
              .formatted(date, date);
      Result result = Iati.read(Iati.file(Iati.activity(budget)));

      assertThat(result.errors())
          .extracting(Fault::code)
          .containsExactly(FaultCode.BAD_TYPE, FaultCode.BAD_TYPE);
    }
    assertThat(
            Iati.read(Iati.file(Iati.activity("").replace("2026-04-01", "999999-12-31")))
                .file()
                .accepted())
        .isEqualTo(1);
  }

  @Test
  void more_activities_than_accepted_end_the_file() {
    ReadLimits limits = new ReadLimits(40, 100, 1000, 1000, 10_000, 1000, 2, 50, 50);
    byte[] file =
        Iati.file(GOOD, GOOD.replace("GOOD", "B"), GOOD.replace("GOOD", "C"))
            .getBytes(StandardCharsets.UTF_8);

    Result result = Iati.read(new ByteArrayInputStream(file), limits, IatiCodeLists.NONE);

    assertThat(result.file().accepted()).isEqualTo(2);
    assertRefused(result, FaultCode.TOO_LARGE);
  }

  private static String detail(byte[] bytes) {
    Result result = Iati.read(bytes);
    assertThat(result.file().complete()).isFalse();
    assertThat(result.errors()).hasSize(1);
    return result.errors().getFirst().detail();
  }

  private static void assertRefused(Result result, FaultCode code) {
    assertThat(result.file().complete()).isFalse();
    assertThat(result.errors()).hasSize(1);
    assertThat(result.errors().getFirst().code()).isEqualTo(code);
  }

  private static InputStream endless(String start, String part, int size) {
    return endless(start, "", part, size);
  }

  /** A start and then, up to a size, the same part again and again, numbered where it has a %d. */
  private static InputStream endless(String start, String opening, String part, int size) {
    InputStream repeated =
        new InputStream() {
          private byte[] chunk = opening.getBytes(StandardCharsets.UTF_8);
          private int offset;
          private int made;
          private int number;

          @Override
          public int read() {
            while (offset == chunk.length) {
              if (made > size) {
                return -1;
              }
              StringBuilder more = new StringBuilder();
              while (more.length() < 8_000) {
                more.append(part.replace("%d", Integer.toString(number++)));
              }
              chunk = more.toString().getBytes(StandardCharsets.UTF_8);
              made += chunk.length;
              offset = 0;
            }
            return chunk[offset++] & 0xFF;
          }
        };
    return new SequenceInputStream(
        new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)), repeated);
  }
}
