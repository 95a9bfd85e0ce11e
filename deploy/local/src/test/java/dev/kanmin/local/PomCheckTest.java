package dev.kanmin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomCheckTest {
  private static final String PLAIN =
      "<project><version>0.1</version><dependency><artifactId>a</artifactId></dependency></project>";
  private static final String WITH_VERSION =
      "<project><dependency><artifactId>a</artifactId>\n<version>1</version></dependency></project>";

  @TempDir Path root;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        root.resolve("pom.xml"), "<module>platform-bom</module><module>services/one</module>");
    pom("platform-bom", WITH_VERSION);
    pom("services/one", PLAIN);
    Files.createDirectories(root.resolve("deploy"));
  }

  @Test
  void versions_in_the_bom_alone_are_well() throws IOException {
    assertThat(PomCheck.faults(root)).isEmpty();
  }

  @Test
  void a_version_elsewhere_is_a_fault() throws IOException {
    pom("services/one", WITH_VERSION);

    assertThat(PomCheck.faults(root))
        .singleElement()
        .asString()
        .contains("services/one/pom.xml gives a version");
  }

  @Test
  void a_module_outside_the_reactor_is_a_fault() throws IOException {
    pom("services/forgotten", PLAIN);

    assertThat(PomCheck.faults(root))
        .singleElement()
        .asString()
        .contains("services/forgotten is not in the list");
  }

  private void pom(String module, String text) throws IOException {
    Files.writeString(Files.createDirectories(root.resolve(module)).resolve("pom.xml"), text);
  }
}
