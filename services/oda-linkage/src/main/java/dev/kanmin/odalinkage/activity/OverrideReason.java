package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.Coded;

/** Why an officer overrides the fields that were found. */
public enum OverrideReason implements Coded {
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
