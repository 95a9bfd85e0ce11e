package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.gateway.PublishedContracts;
import dev.kanmin.gateway.form.Api;
import dev.kanmin.gateway.form.Operation;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Path SERVICES = Path.of("..");

  @Test
  void both_languages_say_the_same_things() {
    assertThat(words("ja").keySet()).isEqualTo(words("en").keySet());
    assertThat(words("fields", "ja").keySet()).isEqualTo(words("fields", "en").keySet());
  }

  @Test
  void every_event_of_the_services_has_words() throws IOException {
    var words = words("ja");
    try (var files = Files.walk(SERVICES)) {
      assertThat(
              files
                  .filter(file -> file.toAbsolutePath().getParent().endsWith("contract/events"))
                  .map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".json") && !name.contains("-refreshed."))
          .isNotEmpty()
          .allSatisfy(
              name ->
                  assertThat(words).containsKey("event." + name.substring(0, name.indexOf(".v"))));
    }
  }

  @Test
  void every_property_of_every_operation_has_words_in_every_language() {
    var api = Api.of(PublishedContracts.merged(), true);
    for (var language : PageLanguage.values()) {
      var words = new PageWords(Wording.in(language));
      var missing = new TreeSet<String>();
      // overviews come with their own words
      for (var operation :
          api.operations().stream().filter(it -> !api.overviews().contains(it)).toList()) {
        Stream.concat(
                Stream.concat(
                    operation.body().stream(),
                    operation.query().stream().filter(_ -> operation.isUpload())),
                operation.answer().stream()
                    .filter(_ -> !operation.isCommand() || operation.isUpload()))
            .forEach(schema -> missing.addAll(words.missing(schema)));
      }
      assertThat(missing)
          .as(
              "add these to fields_%s.properties, as field.<property> or field.<Type>.<property>;"
                  + " the comment says what it is",
              language.tag())
          .isEmpty();
    }
  }

  @Test
  void every_page_of_a_record_has_a_name_in_every_language() {
    var api = Api.of(PublishedContracts.merged(), true);
    for (var language : PageLanguage.values()) {
      var wording = Wording.in(language);
      assertThat(api.records().stream().flatMap(read -> api.viewsOf(read).stream()))
          .as("add field.<operation>.<noun> to fields_%s.properties", language.tag())
          .isNotEmpty()
          .allSatisfy(
              view ->
                  assertThat(wording.sayOr("field." + view.id() + "." + view.noun(), ""))
                      .as(view.id())
                      .isNotEmpty());
    }
  }

  @Test
  void every_command_has_a_name_in_every_language() {
    var api = Api.of(PublishedContracts.merged(), true);
    for (var language : PageLanguage.values()) {
      var wording = Wording.in(language);
      assertThat(
              api.operations().stream()
                  .filter(Operation::isCommand)
                  .filter(
                      operation ->
                          !Verbs.isKnown(operation)
                              && wording.sayOr("operation." + operation.id(), "").isEmpty())
                  .map(Operation::id))
          .as("add the verb to <kind>-verbs, or operation.<id> to words_%s", language.tag())
          .isEmpty();
    }
  }

  @Test
  void every_overview_has_a_name_in_every_language_and_its_filters_have_labels() {
    var overviews = Api.of(PublishedContracts.merged(), true).overviews();
    for (var language : PageLanguage.values()) {
      var words = new PageWords(Wording.in(language));
      assertThat(overviews)
          .allSatisfy(
              operation -> {
                assertThat(words(language.tag())).containsKey("operation." + operation.id());
                assertThat(operation.query().map(words::missing)).hasValue(Set.of());
              });
    }
  }

  @Test
  void every_rule_that_can_refuse_an_officer_has_japanese_words() {
    var words = words("rules", "ja");
    var missing = new TreeSet<String>();
    for (var contract : PublishedContracts.all().values()) {
      contract
          .path("x-kanmin-problems")
          .forEach(
              problem -> {
                if (!words.containsKey("rule." + problem.path("code").asString())) {
                  missing.add(
                      "rule.%s= # %s"
                          .formatted(
                              problem.path("code").asString(), problem.path("title").asString()));
                }
              });
    }
    assertThat(missing).as("add these to rules_ja.properties").isEmpty();
  }

  @Test
  void amounts_have_the_decimals_of_their_currency() {
    var wording = Wording.in(PageLanguage.JAPANESE);

    assertThat(wording.amount(new BigDecimal("1234567.8"), "JPY")).isEqualTo("1,234,568");
    assertThat(wording.amount(new BigDecimal("-1234.5"), "USD")).isEqualTo("-1,234.50");
    assertThat(wording.amount(new BigDecimal("3"), "KWD")).isEqualTo("3.000");
  }

  @Test
  void counts_of_one_are_said_as_one() {
    var wording = Wording.in(PageLanguage.ENGLISH);

    assertThat(wording.say("ended.hidden", 1)).startsWith("1 that has");
    assertThat(wording.say("ended.hidden", 2)).startsWith("2 that have");
  }

  private static Properties words(String language) {
    return words("words", language);
  }

  private static Properties words(String file, String language) {
    var words = new Properties();
    try (var stream = Wording.class.getResourceAsStream(file + "_" + language + ".properties")) {
      words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return words;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
