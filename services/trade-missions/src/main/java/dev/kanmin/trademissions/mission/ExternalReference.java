package dev.kanmin.trademissions.mission;

/**
 * The mission as another system knows it.
 *
 * @param scheme which system, such as {@code jetro-event}
 * @param id its identifier there
 */
public record ExternalReference(String scheme, String id) {}
