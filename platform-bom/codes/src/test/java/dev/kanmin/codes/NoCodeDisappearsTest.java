package dev.kanmin.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Records of other services carry these codes for ever: a code may retire, it may not vanish. */
class NoCodeDisappearsTest {
  private static final Path PUBLISHED = Path.of("src/test/resources/published-codes.txt");

  @Test
  void a_code_once_published_stays() throws IOException {
    assertThat(codes())
        .as("retire a code with a date instead of deleting it")
        .containsAll(published());
  }

  @Test
  void a_new_code_is_recorded_as_published() throws IOException {
    var recorded = Set.copyOf(published());
    var unrecorded = codes().stream().filter(code -> !recorded.contains(code)).sorted().toList();

    assertThat(unrecorded).as("add these lines to " + PUBLISHED).isEmpty();
  }

  private static List<String> published() throws IOException {
    return Files.readAllLines(PUBLISHED);
  }

  private static Set<String> codes() {
    return CodeLists.all().stream()
        .flatMap(list -> list.entries().stream().map(entry -> list.name() + ":" + entry.code()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
