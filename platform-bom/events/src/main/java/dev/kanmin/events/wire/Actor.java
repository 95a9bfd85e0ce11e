package dev.kanmin.events.wire;

/**
 * Who acts: an agency and the client program that acts for it. Never a person.
 *
 * @param agency agency code, such as {@code jica}
 * @param client OAuth client id
 */
public record Actor(String agency, String client) {
  /**
   * Reads it as it stands on an event.
   *
   * @throws UnreadableEvent unless it is agency and client
   */
  public static Actor of(String text) {
    int slash = text.indexOf('/');
    if (slash < 1 || slash == text.length() - 1) {
      throw new UnreadableEvent("ce_actor is '" + text + "', not agency/client");
    }
    return new Actor(text.substring(0, slash), text.substring(slash + 1));
  }

  /** As it stands on the event: {@code jica/jica-batch}. */
  @Override
  public String toString() {
    return agency + "/" + client;
  }
}
