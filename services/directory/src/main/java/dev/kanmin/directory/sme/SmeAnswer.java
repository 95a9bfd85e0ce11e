package dev.kanmin.directory.sme;

import dev.kanmin.codes.Coded;

/** Whether a company is an SME (中小企業). Labels stand in the code list {@code sme}. */
public enum SmeAnswer implements Coded {
  YES,
  NO,
  CANNOT_BE_JUDGED
}
