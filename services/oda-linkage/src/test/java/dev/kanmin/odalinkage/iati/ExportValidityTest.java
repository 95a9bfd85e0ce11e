package dev.kanmin.odalinkage.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.kanmin.odalinkage.iati.Iati.Result;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One export has the activities of many files: whatever came in, it is valid for everybody. */
class ExportValidityTest {

  private static final String COMPLETE = "<recipient-country code='VN'/><sector code='1'/>";

  @ParameterizedTest
  @ValueSource(strings = {"\uFFFE", "\uFFFF", "&#xFFFE;", "&#xFFFF;"})
  void a_character_that_xml_does_not_have_keeps_its_activity_out_and_no_other(String character) {
    List<String> bad =
        List.of(
            Iati.activity(COMPLETE).replace("Title", "a" + character),
            Iati.activity(COMPLETE).replace("<sector ", "<sector vocabulary='" + character + "' "),
            Iati.activity(COMPLETE + "<x:a xmlns:x='urn:x'>" + character + "</x:a>"),
            Iati.activity(COMPLETE + "<x:a xmlns:x='urn:x' b='" + character + "'/>"),
            Iati.activity(COMPLETE + "<x:a xmlns:x='urn:" + character + "'/>"));
    for (String activity : bad) {
      Result result = Iati.read(Iati.file(activity, Iati.activity("XM-SAMPLE-1-B", COMPLETE)));
      if (result.file().complete()) {
        assertThat(result.file().rejected()).as(activity).isEqualTo(1);
        assertThat(result.file().accepted()).as(activity).isEqualTo(1);
      }
      assertThat(result.errors())
          .as(activity)
          .extracting(Fault::code)
          .containsAnyOf(FaultCode.NOT_WELL_FORMED, FaultCode.BAD_TYPE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"urn:other}{", "urn:[1]", "urn:a b", "urn:日本", "http://x:y/", ":x"})
  void a_namespace_that_is_no_address_keeps_its_activity_out(String namespace) {
    for (String extension :
        List.of("<x:a xmlns:x='%s'/>", "<y:a xmlns:y='urn:y' x:b='' xmlns:x='%s'/>")) {
      assertThat(
              Iati.read(Iati.file(Iati.activity(COMPLETE + extension.formatted(namespace))))
                  .errors())
          .extracting(Fault::code)
          .containsExactly(FaultCode.BAD_TYPE);
    }
  }

  @Test
  void what_xml_itself_has_is_not_kept_and_that_is_told() {
    String activity =
        Iati.activity(COMPLETE + "<x:a xmlns:x='urn:x' xml:id='a' xml:space='odd'/>")
            .replace("<iati-activity ", "<iati-activity xml:base='::' xml:space='x' ")
            .replace("<narrative>Title", "<narrative xml:id='a' xml:space='preserve'>Title");

    Result result = Iati.read(Iati.file(activity));

    assertThat(result.faults()).extracting(Fault::code).hasSize(6).containsOnly(FaultCode.NOT_KEPT);
    String written = written(result.accepted(0).tree());
    assertThat(written).doesNotContain("xml:id", "xml:base", "xml:space").contains("xml:lang");
  }

  @Test
  void numbers_of_any_length_come_out_in_digits_that_every_reader_takes() {
    String budget =
        "<budget><period-start iso-date='2026-01-01'/><period-end iso-date='2026-12-31'/>"
            + "<value value-date='2026-01-01'>%s</value></budget>";
    String percentage = "33." + "3".repeat(40);
    String precise =
        Iati.activity(
            "<recipient-country code='VN' percentage='%s'/><sector code='1'/>".formatted(percentage)
                + budget.formatted("0.1000000000000000055511151231257827"));
    Result result = Iati.read(Iati.file(precise));

    assertThat(result.faults()).extracting(Fault::code).contains(FaultCode.TOO_PRECISE);
    IatiElement tree = result.accepted(0).tree();
    assertThat(tree.child("recipient-country").orElseThrow().attribute("percentage"))
        .contains("33." + "3".repeat(21));
    assertThat(tree.child("budget").orElseThrow().child("value").orElseThrow().text())
        .isEqualTo("0.10000000000000000555112");
    assertThat(
            Iati.read(Iati.file(Iati.activity(COMPLETE + budget.formatted("9".repeat(24)))))
                .errors())
        .extracting(Fault::code)
        .containsExactly(FaultCode.BAD_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://x/[a]", "//h/[", "a[b]c", "http://[::1]:80/x"})
  void brackets_in_addresses_are_escaped_where_they_must_be(String address) {
    String written = written(Iati.read(Iati.file(withUri(address))).accepted(0).tree());
    String path = written.substring(written.indexOf("linked-data-uri=") + 17).split("\"", 2)[0];
    assertThat(path.replaceFirst("//\\[[0-9:]+]", "//h")).doesNotContain("[", "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://x:abc/", "http://[x", "http://x:999999/", "http://a]b/", "http://h:/"})
  void addresses_with_an_impossible_host_are_refused(String address) {
    assertThat(Iati.read(Iati.file(withUri(address))).errors())
        .extracting(Fault::code)
        .containsExactly(FaultCode.BAD_TYPE);
  }

  @Test
  void what_was_kept_before_it_was_refused_is_written_all_the_same() {
    IatiElement tree = Iati.read(Iati.file(Iati.activity(COMPLETE))).accepted(0).tree();
    List<IatiNode> content = new ArrayList<>(tree.content());
    content.add(
        new IatiElement(
            new IatiName("urn:x", "x", "old"),
            List.of(
                new IatiAttribute(
                    new IatiName("http://www.w3.org/XML/1998/namespace", "xml", "id"), "1"),
                IatiAttribute.of("a", "b\uFFFF")),
            List.of(new IatiText("\uD83C\uDFE5 a\uFFFE\u0001b\uD800"))));
    content.add(new IatiElement(new IatiName("urn:a}{", "x", "lost"), List.of(), List.of()));
    IatiElement old = new IatiElement(tree.name(), tree.attributes(), content);

    assertThat(written(old))
        .contains("\uD83C\uDFE5 a\uFFFD\uFFFDb\uFFFD")
        .doesNotContain("xml:id", "lost");
  }

  private static String withUri(String address) {
    return Iati.activity(COMPLETE)
        .replace("<iati-activity ", "<iati-activity linked-data-uri='" + address + "' ");
  }

  /** The export, which a strict parser takes and our own reader has nothing to say against. */
  private static String written(IatiElement tree) {
    byte[] written = Iati.write(List.of(tree));
    assertThatCode(
            () -> {
              DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
              factory.setNamespaceAware(true);
              factory.newDocumentBuilder().parse(new ByteArrayInputStream(written));
            })
        .doesNotThrowAnyException();
    assertThat(Iati.read(written).errors()).isEmpty();
    return new String(written, StandardCharsets.UTF_8);
  }
}
