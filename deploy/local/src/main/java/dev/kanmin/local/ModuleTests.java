package dev.kanmin.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What the test reports of one module say.
 *
 * @param failed failures and errors
 * @param seconds time in tests
 * @param stores the stores that its tests have really used
 * @param notRun what was not run, and why: one sentence each
 * @param missing whether it has test classes but left no report
 */
record ModuleTests(
    String module,
    int tests,
    int failed,
    int skipped,
    double seconds,
    List<String> stores,
    List<String> notRun,
    boolean missing) {
  private static final String STORES = "kanmin-test-stores.txt";
  private static final String NOT_RUN = "kanmin-not-run.txt";

  int passed() {
    return tests - failed - skipped;
  }

  static ModuleTests read(Path root, String module) {
    var folder = root.resolve(module);
    try {
      var sum = new Sum();
      var reports = files(folder.resolve("target").resolve("surefire-reports"), "TEST-", ".xml");
      for (var report : reports) {
        sum.add(report);
      }
      return new ModuleTests(
          module,
          sum.tests,
          sum.failed,
          sum.skipped,
          sum.seconds,
          lines(folder.resolve("target").resolve(STORES)),
          lines(folder.resolve("target").resolve(NOT_RUN)),
          reports.isEmpty() && hasTests(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the test reports of " + module, e);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(
          "a test report of " + module + " is not XML: " + e.getMessage(), e);
    }
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllLines(file).stream().distinct().toList() : List.of();
  }

  private static List<Path> files(Path folder, String prefix, String suffix) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .filter(file -> file.getFileName().toString().endsWith(suffix))
          .toList();
    }
  }

  private static boolean hasTests(Path folder) throws IOException {
    var sources = folder.resolve("src").resolve("test").resolve("java");
    if (!Files.isDirectory(sources)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files.anyMatch(file -> file.getFileName().toString().endsWith("Test.java"));
    }
  }

  /**
   * Counts test cases one by one: the totals in a report leave out what ran for other parameters of
   * its class.
   */
  private static final class Sum {
    int tests;
    int failed;
    int skipped;
    double seconds;

    void add(Path report) throws IOException, XMLStreamException {
      var factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      try (InputStream content = Files.newInputStream(report)) {
        var xml = factory.createXMLStreamReader(content);
        while (xml.hasNext()) {
          if (xml.next() == XMLStreamReader.START_ELEMENT) {
            count(xml);
          }
        }
      }
    }

    private void count(XMLStreamReader xml) {
      switch (xml.getLocalName()) {
        case "testcase" -> {
          tests++;
          seconds += Double.parseDouble(xml.getAttributeValue(null, "time").replace(",", ""));
        }
        case "failure", "error" -> failed++;
        case "skipped" -> skipped++;
        default -> {}
      }
    }
  }
}
