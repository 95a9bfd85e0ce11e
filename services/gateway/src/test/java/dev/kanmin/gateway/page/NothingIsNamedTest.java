package dev.kanmin.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.CodeLists;
import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Services and kinds come without code here: the pages may not know any of them by name. */
class NothingIsNamedTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/kanmin/gateway");

  @Test
  void no_page_names_a_service_or_a_kind() throws IOException {
    List<String> names =
        Stream.concat(
                ServiceList.kanmin().services().stream().map(Service::name),
                CodeLists.list("kinds").currentCodes().stream())
            .map(name -> "\"" + name + "\"")
            .toList();
    for (String folder : List.of("page", "form", "owner", "card", "search")) {
      try (var files = Files.list(SOURCES.resolve(folder))) {
        for (Path file : files.toList()) {
          assertThat(Files.readString(file)).as(file.toString()).doesNotContain(names);
        }
      }
    }
  }
}
