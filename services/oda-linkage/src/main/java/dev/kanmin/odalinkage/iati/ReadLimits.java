package dev.kanmin.odalinkage.iati;

/**
 * How much of anything a file may have. They bound the memory that reading takes; the size of a
 * file is not bounded here.
 *
 * @param depth elements within one another, the root counted
 * @param attributes attributes of one element
 * @param attributeCharacters characters of one attribute's value
 * @param textCharacters characters of the text of one element
 * @param activityCharacters characters of names, values and text of one activity together
 * @param activityElements elements of one activity
 * @param activities activities of one file
 * @param faultsPerActivity faults kept for one activity; more are counted
 * @param faultsPerFile faults kept for the file and all its activities together; more are counted
 */
public record ReadLimits(
    int depth,
    int attributes,
    int attributeCharacters,
    int textCharacters,
    int activityCharacters,
    int activityElements,
    int activities,
    int faultsPerActivity,
    int faultsPerFile) {

  /** Far above what real files have, and small enough to be read in a heap of 64 MB. */
  public static final ReadLimits STANDARD =
      new ReadLimits(40, 100, 64_000, 500_000, 4_000_000, 100_000, 1_000_000, 50, 2_000);
}
