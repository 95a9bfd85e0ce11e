package dev.kanmin.odalinkage.iati;

import java.util.Optional;

/**
 * What is to be said of a whole file after it was read.
 *
 * @param version the version it declares, empty when it is missing or not supported
 * @param accepted how many activities were handed over as accepted
 * @param rejected how many were handed over as rejected
 * @param complete whether the file was read to its end; when false, {@code faults} says where and
 *     why reading stopped, and the activities handed over before stand
 * @param faults the faults of the file itself; those of activities are in their outcomes
 */
public record FileOutcome(
    Optional<IatiVersion> version,
    int accepted,
    int rejected,
    boolean complete,
    FaultList faults) {}
