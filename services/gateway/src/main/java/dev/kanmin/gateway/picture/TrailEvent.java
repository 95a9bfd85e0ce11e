package dev.kanmin.gateway.picture;

/**
 * An event of a subject as its chain tells it.
 *
 * @param millis when it happened, since 1970
 * @param event published name without producer and version
 * @param by agency code
 * @param from the state before; empty if nothing was public then
 * @param causation reference of the event that led to it; empty at the head of a chain
 */
public record TrailEvent(
    long sequence, long millis, String event, String by, String from, String causation) {}
