package dev.kanmin.odalinkage.iati;

/**
 * An activity that was checked.
 *
 * @param tree as it is kept: without blanks around references, and whatever else is put right
 * @param faults without errors among them it may be kept and written
 */
public record CheckedActivity(IatiElement tree, FaultList faults) {}
