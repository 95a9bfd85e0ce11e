package dev.kanmin.gateway.picture;

/**
 * A mission or activity, as long as the picture lives: whoever holds it sees its latest state. So
 * an event replaces one reference, and not one in every cell.
 */
final class Subject {
  private volatile SubjectState state = SubjectState.NONE;

  SubjectState state() {
    return state;
  }

  void become(SubjectState next) {
    state = next;
  }
}
