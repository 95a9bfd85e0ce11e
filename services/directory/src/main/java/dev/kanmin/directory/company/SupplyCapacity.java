package dev.kanmin.directory.company;

import dev.kanmin.codes.Coded;

/** Whether a company can supply abroad now. Labels: code list {@code supply-capacities}. */
public enum SupplyCapacity implements Coded {
  NONE,
  LIMITED,
  READY
}
