package dev.kanmin.odalinkage.need;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A need as it is shown.
 *
 * @param version for If-Match; the ETag
 * @param plan as it can be revised
 * @param matchedBy ids of the agreed linkages to it
 * @param lapsed why it lapsed, while it is lapsed
 * @param actions what the reader's agency may do with it now, and why not the rest
 */
public record NeedView(
    String id,
    long version,
    NeedState state,
    AgencyCode owner,
    NeedPlan plan,
    List<String> matchedBy,
    Optional<Need.Lapse> lapsed,
    Instant createdAt,
    Instant updatedAt,
    List<ActionView> actions) {

  static NeedView of(Stored<Need> stored, Reader reader) {
    Need need = stored.state();
    return new NeedView(
        stored.id(),
        stored.version(),
        need.state(),
        need.owner().orElseThrow(),
        need.known(),
        need.matchedBy(),
        need.lapsed(),
        stored.createdAt(),
        stored.updatedAt(),
        ActionView.of(NeedLifeCycle.TABLE, need, reader));
  }

  /** A need in a list. */
  @Schema(name = "NeedSummary")
  public record Summary(
      String id,
      long version,
      NeedState state,
      LocalizedText title,
      Counterpart counterpart,
      CountryCode country,
      List<Field> fields,
      NeedUrgency urgency,
      Optional<LocalDate> wantedBy,
      AgencyCode owner) {

    static Summary of(Stored<Need> stored) {
      Need need = stored.state();
      NeedPlan plan = need.known();
      return new Summary(
          stored.id(),
          stored.version(),
          need.state(),
          plan.title(),
          plan.counterpart(),
          plan.country(),
          plan.fields(),
          plan.urgency(),
          plan.wantedBy(),
          need.owner().orElseThrow());
    }
  }
}
