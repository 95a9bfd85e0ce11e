package dev.kanmin.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.inbox.PolicyDeclaration;
import dev.kanmin.events.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;

/**
 * The policies of a service as part of its contract, {@code contract/policies.json}: what each
 * hears and what can come of it. From those of all services follows that no reaction leads to
 * itself, however many services it goes through: that the running code keeps to what it declares is
 * seen to by the platform.
 */
public final class PolicyContract {
  private static final String FILE = "policies.json";
  private static final String UPDATE = "kanmin.golden.update";

  private PolicyContract() {}

  /**
   * Checks that the contract says what the policies declare; with {@code
   * -Dkanmin.golden.update=true} writes it. A service without policies has no such file.
   *
   * @param contract the folder of the service's contract
   * @param declared those of the running service
   */
  public static void check(Path contract, List<PolicyDeclaration> declared) {
    Path file = contract.resolve(FILE);
    if (Boolean.getBoolean(UPDATE)) {
      write(file, declared);
    }
    assertThat(Files.exists(file) ? read(file) : List.of())
        .as("policies in %s; -D%s=true rewrites it", file, UPDATE)
        .isEqualTo(declared);
  }

  /**
   * Checks that no reaction leads to itself.
   *
   * @param services the folder of all services, each with its {@code contract}
   */
  public static void terminates(Path services) {
    try (Stream<Path> folders = Files.list(services)) {
      PolicyGraph graph = new PolicyGraph();
      for (Path service : folders.sorted().toList()) {
        Path file = service.resolve("contract").resolve(FILE);
        if (Files.exists(file)) {
          read(file).forEach(policy -> graph.add(service.getFileName().toString(), policy));
        }
      }
      assertThat(graph.cycle())
          .as(
              "a reaction that leads to itself, by way of what each policy causes and the next hears")
          .isEmpty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<PolicyDeclaration> read(Path file) {
    return new ArrayList<>(
        List.of(Json.strict().readValue(file.toFile(), PolicyDeclaration[].class)));
  }

  private static void write(Path file, List<PolicyDeclaration> declared) {
    try {
      if (declared.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.writeString(
            file,
            Json.events()
                    .writer()
                    .with(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(declared)
                + "\n");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
