package dev.kanmin.directory.counterpart;

import dev.kanmin.codes.Coded;

/** What sort of party it is. Labels stand in the code list {@code counterpart-kinds}. */
public enum CounterpartKind implements Coded {
  HOSPITAL,
  MINISTRY,
  SOCIETY,
  UNIVERSITY,
  BUYER,
  DISTRIBUTOR,
  MANUFACTURER,
  OTHER
}
