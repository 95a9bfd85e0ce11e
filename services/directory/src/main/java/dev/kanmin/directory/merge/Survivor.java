package dev.kanmin.directory.merge;

/**
 * The record that goes on.
 *
 * @param into its id
 */
public record Survivor(String into) {}
