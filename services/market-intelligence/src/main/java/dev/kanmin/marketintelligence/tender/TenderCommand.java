package dev.kanmin.marketintelligence.tender;

import dev.kanmin.codes.Coded;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.marketintelligence.ocds.Release;
import java.util.List;
import java.util.Optional;

/** All that can be asked of a tender. */
sealed interface TenderCommand {

  /**
   * Takes releases of its contracting process, be it new or known.
   *
   * @param country of the feed, for buyers that do not say theirs
   */
  record TakeReleases(List<Release> releases, Optional<CountryCode> country)
      implements TenderCommand {}

  /** Takes a notice of the World Bank; an award is none. */
  record TakeNotice(WorldBankNotice notice) implements TenderCommand {}

  record Enter(EnteredTender tender) implements TenderCommand {}

  record Revise(EnteredTender tender) implements TenderCommand {}

  /** Ends a tender that was entered by hand. */
  record Close(Ending ending) implements TenderCommand {}

  /** From the service's own timer. */
  record Lapse() implements TenderCommand {}

  /** Confirms these fields, or all that were found if none is named. */
  record ConfirmFields(List<Field> fields) implements TenderCommand {}

  record OverrideFields(List<Field> fields, OverrideReason reason) implements TenderCommand {}

  /** How a tender ends. */
  enum Ending implements Coded {
    CLOSED(TenderState.CLOSED),
    AWARDED(TenderState.AWARDED),
    CANCELLED(TenderState.CANCELLED),
    UNSUCCESSFUL(TenderState.UNSUCCESSFUL),
    WITHDRAWN(TenderState.WITHDRAWN);

    private final TenderState state;

    Ending(TenderState state) {
      this.state = state;
    }

    TenderState state() {
      return state;
    }
  }

  /** Why an officer overrides the fields that were found. */
  enum OverrideReason implements Coded {
    WRONG_FIELD(FieldMapping.Reason.Code.WRONG_FIELD),
    FIELD_MISSED(FieldMapping.Reason.Code.FIELD_MISSED),
    NO_FIELD_FITS(FieldMapping.Reason.Code.NO_FIELD_FITS),
    OTHER(FieldMapping.Reason.Code.OTHER);

    private final FieldMapping.Reason.Code reason;

    OverrideReason(FieldMapping.Reason.Code reason) {
      this.reason = reason;
    }

    FieldMapping.Reason.Code asReason() {
      return reason;
    }
  }
}
