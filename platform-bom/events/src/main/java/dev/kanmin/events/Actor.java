package dev.kanmin.events;

/**
 * Who acts: an agency and the client program that acts for it. Never a person.
 *
 * @param agency agency code, such as {@code jica}
 * @param client OAuth client id
 */
public record Actor(String agency, String client) {
  /** As it stands on the event: {@code jica/jica-batch}. */
  @Override
  public String toString() {
    return agency + "/" + client;
  }
}
