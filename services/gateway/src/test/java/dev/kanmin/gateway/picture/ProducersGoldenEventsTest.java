package dev.kanmin.gateway.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The producers' golden files are what we rely on: whoever they are, every card is readable. */
class ProducersGoldenEventsTest {
  private static final Path SERVICES = Path.of("..");

  @TestFactory
  Stream<DynamicTest> the_picture_reads_every_golden_event() throws IOException {
    return Files.walk(SERVICES)
        .filter(file -> file.toAbsolutePath().getParent().endsWith("contract/events"))
        .filter(file -> file.toString().endsWith(".json"))
        .sorted()
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> read(file)));
  }

  private static void read(Path file) throws IOException {
    Picture picture = new Picture();
    picture.apply(
        Records.record(0, "/somebody", "x_1", 1, "something-happened", Files.readString(file)));
    picture.publish(0);
    assertThat(picture.snapshot().leftOut().unreadableSubjects()).isEmpty();
  }
}
