package dev.kanmin.directory.company;

import dev.kanmin.codes.Coded;

/** What a company lets an agency do. Labels stand in the code list {@code consent-purposes}. */
public enum ConsentPurpose implements Coded {
  SEE_PROFILE,
  SEE_ADVICE,
  PROPOSE_LINKAGES
}
