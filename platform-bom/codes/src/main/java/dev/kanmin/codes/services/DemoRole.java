package dev.kanmin.codes.services;

import com.fasterxml.jackson.annotation.JsonProperty;

/** For whom the local issuer has clients and users. */
public enum DemoRole {
  /** Programmes and people of a partner agency. */
  @JsonProperty("officer")
  OFFICER,
  /** Who only reads. */
  @JsonProperty("analyst")
  ANALYST,
  /** Who looks after operations. */
  @JsonProperty("operator")
  OPERATOR
}
