package dev.kanmin.marketintelligence.tender;

import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Reader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A tender as it is shown.
 *
 * @param version for If-Match; the ETag
 * @param record the OCDS record that it is made from; absent where it did not come from OCDS
 * @param actions what the reader's agency may do with it now, and why not the rest
 */
public record TenderView(
    String id,
    long version,
    TenderFacts tender,
    boolean fieldsOverridden,
    Instant createdAt,
    Instant updatedAt,
    Optional<TenderRecord> record,
    List<ActionView> actions) {

  static TenderView of(Stored<Tender> stored, Reader reader) {
    Tender tender = stored.state();
    return new TenderView(
        stored.id(),
        stored.version(),
        tender.known(),
        tender.fieldsOverridden(),
        stored.createdAt(),
        stored.updatedAt(),
        tender.releases().isEmpty() ? Optional.empty() : Optional.of(TenderRecord.of(tender)),
        ActionView.of(TenderLifeCycle.TABLE, tender, reader));
  }

  /** A tender in a list. */
  public record TenderSummary(String id, long version, TenderFacts tender, Instant updatedAt) {
    static TenderSummary of(Stored<Tender> stored) {
      return new TenderSummary(
          stored.id(), stored.version(), stored.state().known(), stored.updatedAt());
    }
  }
}
