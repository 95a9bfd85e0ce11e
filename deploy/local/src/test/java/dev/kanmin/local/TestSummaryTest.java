package dev.kanmin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestSummaryTest {
  private static final String REPORT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="T" time="3.5" tests="2" errors="0" skipped="0" failures="0">
        <testcase name="passes" classname="T" time="1.5"/>
        <testcase name="fails" classname="T" time="1,000.25"><failure message="no">no</failure></testcase>
        <testcase name="breaks" classname="T" time="0"><error message="no">no</error></testcase>
        <testcase name="waits" classname="T" time="0"><skipped/></testcase>
      </testsuite>
      """;

  @TempDir Path root;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        root.resolve("pom.xml"),
        "<modules><module>services/one</module><module>services/two</module></modules>");
  }

  @Test
  void test_cases_are_counted_one_by_one() throws IOException {
    var target = Files.createDirectories(root.resolve("services/one/target/surefire-reports"));
    Files.writeString(target.resolve("TEST-T.xml"), REPORT);
    Files.writeString(
        root.resolve("services/one/target/kanmin-test-stores.txt"), "embedded\nmongod\n");

    Files.writeString(
        root.resolve("services/one/target/kanmin-not-run.txt"), "pages: not run: no Chromium\n");

    var tests = ModuleTests.read(root, "services/one");

    assertThat(tests)
        .isEqualTo(
            new ModuleTests(
                "services/one",
                4,
                2,
                1,
                1001.75,
                List.of("embedded", "mongod"),
                List.of("pages: not run: no Chromium"),
                false));
    assertThat(TestSummary.table(List.of(tests), 125))
        .contains("embedded, mongod")
        .contains("pages: not run: no Chromium")
        .contains("total time 2 min 05 s")
        .endsWith("1 passed, 2 failed, 1 skipped");
  }

  @Test
  void a_module_whose_tests_left_no_report_is_not_silently_green() throws IOException {
    var sources = Files.createDirectories(root.resolve("services/two/src/test/java"));
    Files.writeString(sources.resolve("SomeTest.java"), "class SomeTest {}");

    var tests = ModuleTests.read(root, "services/two");

    assertThat(tests.missing()).isTrue();
    assertThat(TestSummary.table(List.of(tests), 1)).contains("ITS TESTS DID NOT RUN");
  }

  @Test
  void modules_come_from_the_root_pom() {
    assertThat(ReactorModules.in(root)).containsExactly("services/one", "services/two");
  }
}
