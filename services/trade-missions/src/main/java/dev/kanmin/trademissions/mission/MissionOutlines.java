package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.events.aggregates.Aggregates;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Missions, for whoever plans what happens at them. */
@Component
public class MissionOutlines {
  private final Aggregates<MissionCommand, MissionEvent, Mission> missions;

  MissionOutlines(Aggregates<MissionCommand, MissionEvent, Mission> missions) {
    this.missions = missions;
  }

  /** The mission as that agency may see it; empty before it is announced and after it is over. */
  public Mono<MissionOutline> find(String id, AgencyCode reader) {
    return missions
        .find(id, reader)
        .filter(
            stored ->
                switch (stored.state().state()) {
                  case ANNOUNCED, OPEN, SELECTING, SELECTED, UNDERWAY, POSTPONED -> true;
                  case DRAFT, REPORTED, CANCELLED, TERMINATED -> false;
                })
        .map(stored -> MissionOutline.of(stored.id(), stored.state()));
  }
}
