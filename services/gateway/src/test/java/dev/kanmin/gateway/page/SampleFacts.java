package dev.kanmin.gateway.page;

import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.picture.Records;
import dev.kanmin.gateway.view.AnswerHead;
import dev.kanmin.gateway.view.AnswerHead.AsOf;
import dev.kanmin.gateway.view.AnswerHead.Freshness;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A picture of a few events, folded as the real one is. */
final class SampleFacts implements PageFacts {
  static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

  private static final String MISSION =
      """
      {"state": "announced", "kind": "outward-mission",
       "title": {"ja": "【サンプル】内視鏡官民ミッション", "en": "[Sample] Endoscopy mission"},
       "countries": ["VN"], "fields": ["endoscopy"], "period": {"from": "2027-02-08", "to": "2027-02-12"},
       "stops": [], "organiser": "jetro", "supporters": ["jica"],
       "office": {"code": "sample-hanoi", "name": {"ja": "【サンプル】ハノイ事務所", "en": "[Sample] Hanoi office"}},
       "deadline": {"at": "2026-12-18T08:00:00Z"}}""";

  private static final String ACTIVITY =
      """
      {"activity": {"iatiIdentifier": "XM-DAC-701-8-SAMPLE-VN-001",
       "reportingOrganisation": {"ref": "XM-DAC-701-8"}, "owner": "jica",
       "title": {"ja": "【サンプル】<b>省病院</b>内視鏡計画", "en": "[Sample] Endoscopy in <b>provincial</b> hospitals"},
       "status": "implementation", "countries": [{"country": "VN", "percentage": 75}],
       "fields": [{"field": "endoscopy", "percentage": 60}], "scheme": "grant-aid", "step": "tender",
       "nextStep": "contract", "nextDate": "2027-01-15",
       "money": {"budgets": [{"amount": "850000000", "currency": "JPY"}],
                 "commitments": [{"amount": "120000.50", "currency": "USD"}],
                 "disbursements": [], "expenditures": [], "leftOut": 0}}}""";

  private final Picture picture = new Picture();
  private long position;

  SampleFacts() {
    mission("msn_1", 1, "mission-announced", MISSION);
    picture.apply(Records.activity(++position, "act_1", 1, "activity-imported", ACTIVITY));
    picture.publish(position);
  }

  /** Another event of a mission, at once in the picture. */
  void mission(String subject, long sequence, String event, String data) {
    picture.apply(Records.mission(++position, subject, sequence, event, data));
    picture.publish(position);
  }

  @Override
  public PictureSnapshot picture() {
    return picture.snapshot();
  }

  @Override
  public AnswerHead head() {
    return new AnswerHead(
        new AsOf(Long.toString(picture.snapshot().position()), NOW, 0),
        List.of(
            new Freshness("trade-missions", true, Optional.of(0L), Optional.of(NOW)),
            new Freshness("oda-linkage", true, Optional.of(95_000L), Optional.empty())),
        List.of(new LeftOut("draft", 2)));
  }
}
