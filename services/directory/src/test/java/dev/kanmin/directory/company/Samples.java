package dev.kanmin.directory.company;

import dev.kanmin.events.wire.Json;
import dev.kanmin.testkit.service.Stories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** The made-up companies of {@code src/dev/companies}, and changes of them. */
final class Samples {
  static final String ID = "cmp_00000000000000000000000001";
  static final String OTHER = "cmp_00000000000000000000000002";

  private Samples() {}

  static CompanyProfile endoscopeMaker() {
    return profile("endoscope-maker", json -> {});
  }

  static CompanyProfile soleProprietor() {
    return profile("sole-proprietor", json -> {});
  }

  static CompanyProfile endoscopeMaker(Consumer<ObjectNode> change) {
    return profile("endoscope-maker", change);
  }

  static CompanyProfile profile(String name, Consumer<ObjectNode> change) {
    ObjectNode json = json(name);
    change.accept(json);
    return Json.strict().treeToValue(json, CompanyProfile.class);
  }

  static ObjectNode json(String name) {
    try {
      return (ObjectNode)
          Json.events().readTree(Files.readString(Path.of("src/dev/companies", name + ".json")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Stories<CompanyCommand, CompanyEvent, Company> nothing() {
    return Stories.of(Companies.TYPE);
  }

  static Stories<CompanyCommand, CompanyEvent, Company> registered(CompanyProfile profile) {
    return nothing().given(new CompanyCommand.Register(ID, profile));
  }
}
