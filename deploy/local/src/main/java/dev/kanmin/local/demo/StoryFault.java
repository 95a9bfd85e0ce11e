package dev.kanmin.local.demo;

/** The stories themselves are wrong; says where. */
final class StoryFault extends IllegalStateException {
  private static final long serialVersionUID = 1;

  StoryFault(String message) {
    super(message);
  }
}
