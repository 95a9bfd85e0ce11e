package dev.kanmin.directory.company;

import dev.kanmin.codes.Coded;

/** Where a company's record stands. Labels stand in the code list {@code company-states}. */
public enum CompanyState implements Coded {
  ACTIVE,
  MERGED,
  ERASED
}
