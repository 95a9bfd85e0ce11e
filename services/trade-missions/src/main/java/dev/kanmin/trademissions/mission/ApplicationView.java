package dev.kanmin.trademissions.mission;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CorporateNumber;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.trademissions.company.Companies;
import dev.kanmin.trademissions.company.Companies.Known;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An application as the mission's agencies and the submitting agency see it.
 *
 * @param mission its id
 * @param title of the mission
 * @param missionState where the mission stands: what was granted in one that is cancelled is void
 * @param companyId of the directory, if it has told of the company; the one that it is by now
 * @param companyName absent of companies that the directory has not told of, and of sole
 *     proprietors
 * @param company its corporate number; absent where the directory knows the company without one
 * @param contactRole whom to ask, a code of {@code contact-roles}
 * @param products ids of products of the company's profile
 * @param remarks of the company
 * @param declined why it was declined, if it was
 * @param offer the latest offer of a place, if there was one
 * @param amendments what changed in the mission since it was submitted
 * @param actions what the reader's agency may do with it now, and why not the rest
 */
public record ApplicationView(
    String id,
    String mission,
    LocalizedText title,
    MissionState missionState,
    Optional<String> companyId,
    Optional<Companies.Name> companyName,
    Optional<CorporateNumber> company,
    AgencyCode submittedBy,
    ApplicationState state,
    Optional<String> contactRole,
    List<String> products,
    Optional<String> remarks,
    Optional<Declined> declined,
    Optional<OfferView> offer,
    List<Amendment> amendments,
    List<ActionView> actions) {

  /**
   * The offer of a place.
   *
   * @param replyBy the last moment to accept, in UTC
   */
  @Schema(name = "PlaceOffer")
  public record OfferView(OfferState state, Instant replyBy) {}

  static ApplicationView of(
      String missionId, MissionApplication seen, Optional<Known> known, Reader reader) {
    Application application = seen.application();
    ApplicationDetails details = application.details().orElse(ApplicationDetails.NONE);
    return new ApplicationView(
        application.id(),
        missionId,
        seen.mission().plan().title(),
        seen.missionState(),
        known.map(Known::companyId).or(application::companyId),
        known.flatMap(Known::name),
        known.flatMap(Known::corporateNumber).or(application::company),
        application.submittedBy(),
        application.state(),
        details.contactRole(),
        details.products(),
        details.remarks(),
        application.declined(),
        application.offer().map(offer -> new OfferView(offer.state(), offer.replyBy())),
        seen.amendmentsSince(),
        ActionView.of(ApplicationLifeCycle.TABLE, seen, reader));
  }
}
