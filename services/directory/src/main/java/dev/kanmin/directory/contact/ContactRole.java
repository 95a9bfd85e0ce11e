package dev.kanmin.directory.contact;

import dev.kanmin.codes.Coded;

/** What a person is to be asked about. Labels stand in the code list {@code contact-roles}. */
public enum ContactRole implements Coded {
  GENERAL,
  MANAGEMENT,
  OVERSEAS_BUSINESS,
  REGULATORY,
  TECHNICAL,
  PROCUREMENT,
  CLINICAL,
  FINANCE
}
