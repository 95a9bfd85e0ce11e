package dev.kanmin.smeadvice.cases;

import java.time.Instant;

/** The case has been in that state since that moment. */
record Stay(CaseState state, Instant since) {}
