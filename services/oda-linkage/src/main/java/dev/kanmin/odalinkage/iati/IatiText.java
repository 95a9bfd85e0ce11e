package dev.kanmin.odalinkage.iati;

/**
 * A run of characters inside an element; entities are resolved and CDATA sections are plain text.
 *
 * @param value the characters, never empty
 */
public record IatiText(String value) implements IatiNode {}
