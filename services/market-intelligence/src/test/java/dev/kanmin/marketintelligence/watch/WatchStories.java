package dev.kanmin.marketintelligence.watch;

import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.events.wire.Json;
import dev.kanmin.marketintelligence.DevFiles;
import dev.kanmin.marketintelligence.watch.WatchCommand.*;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.service.Stories;
import java.util.List;

/** Where stories of watches begin: JETRO keeps one, in October 2026. */
public final class WatchStories {
  private WatchStories() {}

  public static AggregateType<?, ?, ?> type() {
    return Watches.TYPE;
  }

  public static void tell(EventContract contract) {
    contract.told(
        Watches.TYPE,
        List.of(
            registered()
                .given(new Revise(named("[Sample] Another name")), new Pause(), new Resume())
                .given(new End())),
        List.of());
  }

  static Stories<WatchCommand, WatchEvent, Watch> registered() {
    return Stories.of(Watches.TYPE)
        .by("jetro")
        .at("2026-10-01T00:00:00Z")
        .given(new Register(content(), "uns_sample"));
  }

  static WatchContent content() {
    return Json.strict()
        .readValue(DevFiles.text("watches/endoscopy-viet-nam.json"), WatchContent.class);
  }

  static WatchContent named(String name) {
    WatchContent it = content();
    return new WatchContent(
        name,
        it.company(),
        it.words(),
        it.kinds(),
        it.countries(),
        it.fields(),
        it.telling(),
        it.sample());
  }
}
