package dev.kanmin.testkit.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CardSchemaTest {
  /** It lies where every service can answer with it. */
  private static final Path FILE =
      Path.of("..", "events", "src", "main", "resources", "META-INF", "kanmin", "schemas")
          .resolve(EventDocuments.CARD);

  @Test
  void the_published_schema_is_that_of_the_record() {
    EventDocuments.check(FILE, EventDocuments.json(EventDocuments.cardSchema()));
  }
}
