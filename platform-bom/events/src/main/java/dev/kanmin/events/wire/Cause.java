package dev.kanmin.events.wire;

/**
 * What led to a command, when it was not a person or partner system but another event.
 *
 * @param chain the chain that an aggregate born of this command joins
 * @param event the reference of the event, {@code /oda-linkage/act_…/7}
 */
public record Cause(String chain, String event) {}
