package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.codes.LocalizedText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/**
 * An application as the mission's agencies and the submitting agency see it.
 *
 * @param mission its id
 * @param title of the mission
 * @param offer the latest offer of a place, if there was one
 */
public record ApplicationView(
    String id,
    String mission,
    LocalizedText title,
    CorporateNumber company,
    AgencyCode submittedBy,
    ApplicationState state,
    Optional<OfferView> offer) {

  /**
   * The offer of a place.
   *
   * @param replyBy the last moment to accept, in UTC
   */
  @Schema(name = "Offer")
  public record OfferView(OfferState state, Instant replyBy) {}

  static ApplicationView of(String missionId, Mission mission, Application application) {
    return new ApplicationView(
        application.id(),
        missionId,
        mission.plan().title(),
        application.company(),
        application.submittedBy(),
        application.state(),
        application.offer().map(offer -> new OfferView(offer.state(), offer.replyBy())));
  }
}
