package dev.kanmin.trademissions.mission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.wire.Json;
import org.junit.jupiter.api.Test;

class EventContractTest {
  @Test
  void no_event_tells_a_corporate_number_a_draft_or_free_text() {
    SampleEvents.all()
        .forEach(
            (name, told) ->
                assertThat(Json.events().valueToTree(told.event()).propertyNames())
                    .as(name)
                    .doesNotContain(
                        "company",
                        "submittedBy",
                        "plan",
                        "reason",
                        "report",
                        "details",
                        "because"));
  }
}
