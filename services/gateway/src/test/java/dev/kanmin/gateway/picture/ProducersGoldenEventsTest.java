package dev.kanmin.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The producers' golden files are what we rely on: every one must be readable, and none unknown.
 */
class ProducersGoldenEventsTest {
  private static final Path SERVICES = Path.of("..");

  @TestFactory
  Stream<DynamicTest> the_picture_reads_every_golden_event() throws IOException {
    return Stream.concat(golden("trade-missions"), golden("oda-linkage"))
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> read(file)));
  }

  @Test
  void every_type_that_the_picture_reads_has_a_golden_event() throws IOException {
    Set<String> golden = new TreeSet<>();
    for (String service : List.of("trade-missions", "oda-linkage")) {
      golden(service)
          .forEach(file -> golden.add("dev.kanmin." + service + "." + event(file) + ".v1"));
    }
    assertThat(golden).isEqualTo(new TreeSet<>(PictureEvents.known()));
  }

  private static void read(Path file) throws IOException {
    String service = file.getParent().getParent().getParent().getFileName().toString();
    Picture picture = new Picture();
    picture.apply(Records.record(0, "/" + service, "x_1", 1, event(file), Files.readString(file)));
    picture.publish(0);
    assertThat(picture.snapshot().leftOut().unreadableSubjects()).isEmpty();
    assertThat(picture.snapshot().leftOut().unknownTypes()).isZero();
  }

  private static String event(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.indexOf(".v1"));
  }

  private static Stream<Path> golden(String service) throws IOException {
    return Files.list(SERVICES.resolve(service).resolve("contract/events"))
        .filter(file -> file.toString().endsWith(".json"))
        .sorted();
  }
}
