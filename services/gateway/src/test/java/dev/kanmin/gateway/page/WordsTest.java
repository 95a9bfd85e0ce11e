package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Path SERVICES = Path.of("..");

  @Test
  void both_languages_say_the_same_things() {
    assertThat(words("ja").keySet()).isEqualTo(words("en").keySet());
  }

  @Test
  void every_event_of_the_services_has_words() throws IOException {
    var words = words("ja");
    for (var service : new String[] {"trade-missions", "oda-linkage"}) {
      try (var files = Files.list(SERVICES.resolve(service).resolve("contract/events"))) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .filteredOn(name -> name.endsWith(".json"))
            .isNotEmpty()
            .allSatisfy(
                name ->
                    assertThat(words)
                        .containsKey("event." + name.substring(0, name.indexOf(".v"))));
      }
    }
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

    assertThat(wording.say("square.records", 1, 2)).isEqualTo("1 ODA activity, 2 missions");
  }

  private static Properties words(String language) {
    var words = new Properties();
    try (var stream = Wording.class.getResourceAsStream("words_" + language + ".properties")) {
      words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return words;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
