package dev.kanmin.trademissions.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.Json;
import dev.kanmin.testkit.GoldenEvents;
import dev.kanmin.trademissions.activity.ActivityChanged.CountryShare;
import dev.kanmin.trademissions.activity.ActivityChanged.MappedField;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** We can read what oda-linkage promises to publish. */
class ActivityContractTest {
  private static final GoldenEvents ODA_LINKAGE =
      new GoldenEvents(Path.of("..", "oda-linkage", "contract", "events"), Json.events());

  static List<String> events() {
    return ODA_LINKAGE.names();
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_event_of_an_activity_is_read(String name) {
    assertThat(ODA_LINKAGE.read(name, ActivityChanged.class).activity().iatiIdentifier())
        .isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("events")
  void every_event_of_an_activity_is_subscribed_to(String name) {
    String type = "dev.kanmin.oda-linkage." + name.replaceFirst("\\.(full|minimal)$", "");
    assertThat(ActivitySubscription.TYPES).contains(type);
  }

  @Test
  void countries_and_fields_are_where_we_look_for_them() {
    var activity = ODA_LINKAGE.read("activity-imported.v1.full", ActivityChanged.class).activity();
    assertThat(activity.countries())
        .extracting(CountryShare::country)
        .containsExactly("VN", "LA", "KH");
    assertThat(activity.fields()).extracting(MappedField::field).containsExactly("endoscopy");
    assertThat(activity.title()).containsKey("ja");
  }
}
