package dev.kanmin.odalinkage.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.odalinkage.iati.ActivityOutcome;
import dev.kanmin.odalinkage.iati.Fault;
import dev.kanmin.odalinkage.iati.FileOutcome;
import dev.kanmin.odalinkage.iati.IatiReader;
import dev.kanmin.odalinkage.iati.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** {@code iati-rules.md} says what is done with each official rule; here it is done. */
class OfficialRulesTest {
  private static final Pattern CELL = Pattern.compile("(?<!\\\\)\\|");
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");
  private static final Pattern ATTRIBUTE = Pattern.compile("@([\\w:-]+)=\"(.*)\"");

  /** Source: standard 2.03, the sequence of iati-activity. */
  private static final List<String> ORDER =
      List.of(
          "iati-identifier",
          "reporting-org",
          "title",
          "description",
          "participating-org",
          "other-identifier",
          "activity-status",
          "activity-date",
          "contact-info",
          "activity-scope",
          "recipient-country",
          "recipient-region",
          "location",
          "sector",
          "tag",
          "country-budget-items",
          "humanitarian-scope",
          "policy-marker",
          "collaboration-type",
          "default-flow-type",
          "default-finance-type",
          "default-aid-type",
          "default-tied-status",
          "budget",
          "planned-disbursement",
          "capital-spend",
          "transaction",
          "document-link",
          "related-activity",
          "legacy-data",
          "conditions",
          "result",
          "crs-add",
          "fss");

  private record Row(String rule, String asks, String here, String code, String examples) {
    @Override
    public String toString() {
      return rule + " " + asks;
    }
  }

  static List<Row> rows() {
    try (Stream<String> lines = Files.lines(Path.of("iati-rules.md"))) {
      return lines.filter(line -> line.matches("\\| [0-9].*")).map(OfficialRulesTest::row).toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  static List<Row> checked() {
    return rows().stream().filter(row -> !row.here().equals("not checked")).toList();
  }

  @Test
  void every_rule_stands_once_and_says_what_is_done_or_why_not() {
    assertThat(rows()).extracting(Row::rule).doesNotHaveDuplicates().hasSizeGreaterThan(190);
    assertThat(rows()).extracting(Row::here).containsOnly("error", "warning", "not checked");
    assertThat(rows()).allSatisfy(row -> assertThat(row.code()).isNotBlank());
  }

  @Test
  void an_activity_that_keeps_all_rules_has_no_fault() {
    assertThat(faults(new Draft().file())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("checked")
  void a_broken_rule_is_told_as_the_table_has_it(Row row) {
    List<Fault> faults = faults(new Draft().with(row.examples()).file());
    assertThat(faults)
        .extracting(fault -> (fault.error() ? "error " : "warning ") + fault.code().code())
        .as("%s", faults)
        .contains(row.here() + " " + row.code());
    if (row.here().equals("warning")) {
      assertThat(faults).noneMatch(Fault::error);
    }
  }

  private static Row row(String line) {
    String[] cells = CELL.split(line);
    return new Row(
        cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip(), cells[5].strip());
  }

  private static List<Fault> faults(String file) {
    List<Fault> faults = new ArrayList<>();
    IatiReader reader = new IatiReader(ReadLimits.STANDARD, new KanminCodeLists(), Samples.CLOCK);
    try {
      FileOutcome read =
          reader.read(
              new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
              (ActivityOutcome outcome) -> faults.addAll(outcome.faults().faults()));
      faults.addAll(read.faults().faults());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return faults;
  }

  /** An activity without any fault, until an example is put in. */
  private static final class Draft {
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, String> elements = new LinkedHashMap<>();
    private String version = "2.03";
    private int times = 1;

    Draft() {
      attributes.put("xml:lang", "en");
      attributes.put("default-currency", "JPY");
      attributes.put("last-updated-datetime", "2026-11-01T00:00:00Z");
      put(
          """
          <iati-identifier>XM-SAMPLE-1-A</iati-identifier>
          <reporting-org ref="XM-SAMPLE-1" type="10"><narrative>[Sample]</narrative></reporting-org>
          <title><narrative>[Sample]</narrative></title>
          <description type="1"><narrative>[Sample]</narrative></description>
          <participating-org role="1" type="10" ref="XM-SAMPLE-1"/>
          <activity-status code="2"/>
          <activity-date type="2" iso-date="2026-04-01"/>
          <recipient-country code="VN"/>
          <sector code="12191"/>
          """);
    }

    Draft with(String examples) {
      Matcher matcher = CODE.matcher(examples);
      while (matcher.find()) {
        apply(matcher.group(1));
      }
      return this;
    }

    private void apply(String example) {
      Matcher attribute = ATTRIBUTE.matcher(example);
      if (attribute.matches()) {
        attributes.put(attribute.group(1), attribute.group(2));
      } else if (example.startsWith("no @")) {
        attributes.remove(example.substring(4));
      } else if (example.startsWith("no ")) {
        elements.remove(example.substring(3));
      } else if (example.startsWith("version ")) {
        version = example.substring(8);
      } else if (example.equals("twice")) {
        times = 2;
      } else {
        put(example);
      }
    }

    private void put(String xml) {
      Map<String, String> given = new LinkedHashMap<>();
      for (Node node = parse(xml).getFirstChild(); node != null; node = node.getNextSibling()) {
        if (node instanceof Element element) {
          given.merge(element.getTagName(), written(element), String::concat);
        }
      }
      elements.putAll(given);
    }

    String file() {
      String activity =
          "<iati-activity"
              + attributes.entrySet().stream()
                  .map(each -> " " + each.getKey() + "=\"" + each.getValue() + "\"")
                  .collect(Collectors.joining())
              + ">"
              + ORDER.stream()
                  .map(name -> elements.getOrDefault(name, ""))
                  .collect(Collectors.joining("\n"))
              + "</iati-activity>";
      assertThat(ORDER).containsAll(elements.keySet());
      return "<iati-activities version=\""
          + version
          + "\">"
          + activity.repeat(times)
          + "</iati-activities>";
    }

    private static Element parse(String xml) {
      try {
        return DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader("<x>" + xml + "</x>")))
            .getDocumentElement();
      } catch (Exception broken) {
        throw new AssertionError("the table has a broken example: " + xml, broken);
      }
    }

    private static String written(Element element) {
      try {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter writer = new StringWriter();
        transformer.transform(new DOMSource(element), new StreamResult(writer));
        return writer.toString();
      } catch (Exception impossible) {
        throw new AssertionError(impossible);
      }
    }
  }
}
