package dev.kanmin.directory.company;

import dev.kanmin.codes.Coded;

/** Where a registration abroad stands. Labels: code list {@code registration-states}. */
public enum RegistrationState implements Coded {
  APPLIED,
  REGISTERED,
  EXPIRED
}
