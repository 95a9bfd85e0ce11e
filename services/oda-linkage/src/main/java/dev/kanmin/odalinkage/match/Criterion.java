package dev.kanmin.odalinkage.match;

import dev.kanmin.codes.Coded;

/** What offers are judged by; labels stand in the code list {@code match-criteria}. */
public enum Criterion implements Coded {
  FIELD,
  HS,
  CRS,
  COUNTRY,
  REGISTRATION,
  LICENCES,
  READINESS,
  CAPACITY,
  PAST_DELIVERY
}
