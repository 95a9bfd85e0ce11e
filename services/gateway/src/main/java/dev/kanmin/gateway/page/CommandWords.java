package dev.kanmin.gateway.page;

import java.util.Optional;

/**
 * What surrounds the inputs of a command.
 *
 * @param action address that the form is sent to
 * @param key under which repeating it has one effect
 * @param version that it is based on; empty if none is known
 * @param message what came of sending it; empty if it was not sent
 * @param detail what the service says beside it, in English
 * @param lead what the command is for; empty if that is plain
 * @param warning of what sending it takes away; empty if it takes nothing
 * @param kind of thing that it is about; empty if that has no words
 * @param record that it is about; empty for what is not there yet
 */
record CommandWords(
    String action,
    String key,
    String version,
    String message,
    String detail,
    String lead,
    String warning,
    String kind,
    Optional<RecordWords> record) {}
