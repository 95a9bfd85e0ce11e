package dev.kanmin.odalinkage.iati;

/** What an {@link IatiElement} contains: elements and text. */
public sealed interface IatiNode permits IatiElement, IatiText {}
