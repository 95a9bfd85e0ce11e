package dev.kanmin.odalinkage.iati;

/**
 * Looks codes up in the code lists of the standard. The validator asks; whoever holds the lists
 * answers.
 */
@FunctionalInterface
public interface IatiCodeLists {

  /** What is known of a code. */
  enum Answer {
    /** The list has the code, be it in use or withdrawn. */
    KNOWN,
    /** The list is complete and does not have the code. */
    UNKNOWN,
    /** The list is not held, or held only in part and without this code. */
    NOT_HELD
  }

  /** No lists: nothing is ever unknown. */
  IatiCodeLists NONE = (list, code) -> Answer.NOT_HELD;

  /**
   * Looks a code up.
   *
   * @param list the name of the list as the standard has it, such as {@code ActivityStatus}
   * @param code the code as written in the activity
   */
  Answer look(String list, String code);
}
