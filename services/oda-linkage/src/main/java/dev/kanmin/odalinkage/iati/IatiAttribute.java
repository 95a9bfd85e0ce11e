package dev.kanmin.odalinkage.iati;

/**
 * One attribute of an {@link IatiElement}.
 *
 * @param name its name
 * @param value its value as written, after XML's own normalisation of line breaks
 */
public record IatiAttribute(IatiName name, String value) {

  /** An attribute of the standard itself. */
  public static IatiAttribute of(String name, String value) {
    return new IatiAttribute(IatiName.of(name), value);
  }
}
