package dev.kanmin.odalinkage.activity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an officer overrides the fields that were found. */
public enum OverrideReason {
  @JsonProperty("wrong-field")
  WRONG_FIELD(FieldMapping.Reason.Code.WRONG_FIELD),
  @JsonProperty("field-missed")
  FIELD_MISSED(FieldMapping.Reason.Code.FIELD_MISSED),
  @JsonProperty("no-field-fits")
  NO_FIELD_FITS(FieldMapping.Reason.Code.NO_FIELD_FITS),
  @JsonProperty("other")
  OTHER(FieldMapping.Reason.Code.OTHER);

  private final FieldMapping.Reason.Code reason;

  OverrideReason(FieldMapping.Reason.Code reason) {
    this.reason = reason;
  }

  FieldMapping.Reason.Code asReason() {
    return reason;
  }
}
