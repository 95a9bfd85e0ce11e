package dev.kanmin.controltower.targets;

import dev.kanmin.codes.Coded;

/** Whether a target holds. Labels stand in the code list {@code target-states}. */
public enum TargetState implements Coded {
  SET,
  WITHDRAWN
}
