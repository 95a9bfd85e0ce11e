package dev.kanmin.events.inbox;

import java.util.Optional;

/**
 * What a replay of a parked subject did.
 *
 * @param applied events taken, duplicates not counted
 * @param released whether the subject is parked no longer
 * @param stillFailing why the replay stopped, if it did
 */
public record ReplayReport(int applied, boolean released, Optional<String> stillFailing) {}
