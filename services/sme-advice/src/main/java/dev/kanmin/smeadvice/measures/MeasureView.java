package dev.kanmin.smeadvice.measures;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.codes.Money;
import dev.kanmin.codes.calendar.WorkingCalendar;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A support measure as it is shown.
 *
 * @param version for If-Match; the ETag
 * @param owner the agency that keeps it up to date
 * @param calls whether applications are taken today
 * @param actions what the reader's agency may do with it now, and why not the rest
 */
@Schema(name = "SupportMeasureView")
record MeasureView(
    String id,
    long version,
    MeasureState state,
    AgencyCode owner,
    Measure.Standing calls,
    Measure measure,
    List<ActionView> actions) {

  static MeasureView of(Stored<MeasureRecord> stored, Reader reader) {
    MeasureRecord one = stored.state();
    return new MeasureView(
        stored.id(),
        stored.version(),
        one.state(),
        one.owner(),
        one.measure().standing(WorkingCalendar.dayOf(reader.at())),
        one.measure(),
        ActionView.of(MeasureLifeCycle.TABLE, one, reader));
  }

  /**
   * A support measure in a list.
   *
   * @param calls whether applications are taken today
   * @param trust a code of {@code support-measure-trust}
   */
  @Schema(name = "SupportMeasureSummary")
  record Summary(
      String id,
      String code,
      String kind,
      LocalizedText name,
      AgencyCode owner,
      MeasureState state,
      Measure.Standing calls,
      Optional<Money> ceiling,
      Optional<String> rate,
      String trust) {
    static Summary of(Stored<MeasureRecord> stored, LocalDate today) {
      Measure measure = stored.state().measure();
      return new Summary(
          stored.id(),
          measure.code(),
          measure.kind(),
          measure.name(),
          stored.state().owner(),
          stored.state().state(),
          measure.standing(today),
          measure.ceiling(),
          measure.rate(),
          measure.source().trust());
    }
  }
}
