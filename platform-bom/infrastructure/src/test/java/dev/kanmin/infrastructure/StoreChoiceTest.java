package dev.kanmin.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreChoiceTest {
  @TempDir Path folder;
  private Path data;
  private String bin;

  @BeforeEach
  void place_a_mongod_on_the_path() throws IOException {
    data = Files.createDirectories(folder.resolve("data"));
    var program = Files.createDirectories(folder.resolve("bin")).resolve("mongod");
    Files.writeString(program, "#!/bin/sh\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    bin = program.getParent().toString();
  }

  @Test
  void a_given_address_wins() {
    var choice =
        StoreChoice.choose(
            data,
            Map.of(
                "KANMIN_MONGODB_URI",
                "mongodb://db.example/",
                "KANMIN_STORE",
                "embedded",
                "PATH",
                bin));

    assertThat(choice).isInstanceOf(StoreChoice.Given.class);
    assertThat(choice.reason()).contains("KANMIN_MONGODB_URI");
  }

  @Test
  void a_real_mongod_is_preferred() {
    assertThat(StoreChoice.choose(data, Map.of("PATH", bin)))
        .isInstanceOf(StoreChoice.Mongod.class);
  }

  @Test
  void the_embedded_store_is_used_when_asked_for() {
    assertThat(StoreChoice.choose(data, Map.of("PATH", bin, "KANMIN_STORE", "embedded")))
        .isInstanceOf(StoreChoice.Embedded.class);
  }

  @Test
  void a_data_folder_keeps_to_the_store_that_made_it() throws IOException {
    Files.writeString(data.resolve(StoreChoice.MEMORY), "embedded\n");

    var choice = StoreChoice.choose(data, Map.of("PATH", bin));

    assertThat(choice).isInstanceOf(StoreChoice.Embedded.class);
    assertThat(choice.reason()).contains("it made this data folder");
  }

  @Test
  void asking_for_another_store_than_the_data_folders_is_refused() throws IOException {
    Files.writeString(data.resolve(StoreChoice.MEMORY), "embedded\n");

    assertThatThrownBy(
            () -> StoreChoice.choose(data, Map.of("PATH", bin, "KANMIN_STORE", "mongodb")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was made by the embedded store");
  }

  @Test
  void an_unknown_store_is_refused() {
    assertThatThrownBy(() -> StoreChoice.choose(data, Map.of("KANMIN_STORE", "oracle")))
        .hasMessage("KANMIN_STORE=oracle is neither mongodb nor embedded");
  }

  @Test
  void a_named_mongod_that_cannot_be_run_is_refused() {
    var locator =
        new MongodLocator(
            Map.of("KANMIN_MONGOD", folder.resolve("nothing").toString(), "PATH", bin));

    assertThatThrownBy(locator::find).hasMessageContaining("is not a program that can be run");
  }

  @Test
  void a_fetched_mongod_is_found_in_the_users_cache() throws IOException {
    var environment = Map.of("PATH", "", "XDG_CACHE_HOME", folder.resolve("cache").toString());
    var locator = new MongodLocator(environment);
    assertThat(locator.find()).isEmpty();

    Files.createDirectories(locator.fetched().getParent());
    Files.writeString(locator.fetched(), "#!/bin/sh\n");
    assertThat(locator.fetched().toFile().setExecutable(true)).isTrue();

    assertThat(locator.find()).contains(locator.fetched());
    assertThat(locator.fetched()).startsWith(folder.resolve("cache").resolve("kanmin"));
  }
}
