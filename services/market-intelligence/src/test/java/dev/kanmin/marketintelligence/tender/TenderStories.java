package dev.kanmin.marketintelligence.tender;

import dev.kanmin.events.wire.Json;
import dev.kanmin.marketintelligence.DevFiles;
import dev.kanmin.marketintelligence.ocds.Release;
import dev.kanmin.marketintelligence.tender.TenderCommand.*;
import dev.kanmin.testkit.service.Stories;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Where stories of tenders begin: JETRO asks, in October 2026. */
final class TenderStories {
  private static final Stories<TenderCommand, TenderEvent, Tender> NOTHING =
      Stories.of(Tenders.TYPE).by("jetro").at("2026-10-01T00:00:00Z");

  private TenderStories() {}

  static Stories<TenderCommand, TenderEvent, Tender> nothing() {
    return NOTHING;
  }

  static TakeReleases take(Release... releases) {
    return new TakeReleases(List.of(releases), Optional.empty());
  }

  /** The first release by date of the made-up package, after a change. */
  static Release tender(Consumer<ObjectNode> change) {
    return release(1, change);
  }

  static Release tender() {
    return tender(release -> {});
  }

  static Release amendment() {
    return release(0, release -> {});
  }

  private static Release release(int position, Consumer<ObjectNode> change) {
    ObjectNode release =
        (ObjectNode) DevFiles.json("tenders/import-ocds.json").at("/releases/" + position);
    change.accept(release);
    return Release.of(release);
  }

  /** A later release that says only this of the tender. */
  static Release later(String date, String tender) {
    ObjectNode release = Json.events().createObjectNode();
    release.put("ocid", "ocds-sample1-000001").put("id", "r-" + date).put("date", date);
    release.putArray("tag").add("tenderUpdate");
    release.set("tender", Json.events().readTree(tender.replace('\'', '"')));
    return Release.of(release);
  }

  static EnteredTender entered() {
    return Json.strict()
        .readValue(DevFiles.text("tenders/entered-dialysis.json"), EnteredTender.class);
  }

  static WorldBankNotice notice() {
    return Json.events()
        .treeToValue(
            DevFiles.json("tenders/import-world-bank.json").at("/procnotices/0"),
            WorldBankNotice.class);
  }

  static Stream<FieldMapping> fields(Stories<TenderCommand, TenderEvent, Tender> story) {
    return story.state().known().fields().stream();
  }
}
