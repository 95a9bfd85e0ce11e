package dev.kanmin.gateway.card;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kanmin.codes.Coded;
import dev.kanmin.gateway.view.CardView;
import dev.kanmin.gateway.view.ViewParts.Labelled;
import dev.kanmin.gateway.view.ViewParts.SubjectRef;
import java.util.List;

/**
 * A card with its surroundings.
 *
 * @param chain what it belongs to, see {@code /v1/chains/{id}}
 * @param linked the public subjects that it leads to, and those that lead to it
 */
record SingleCard(@JsonUnwrapped CardView card, String chain, List<Linked> linked) {

  /** Which end of a link tells of it. */
  enum Direction implements Coded {
    OUTGOING,
    INCOMING
  }

  /**
   * A subject at the other end of a link.
   *
   * @param rel of an incoming link with the words of its inverse
   */
  record Linked(Direction direction, Labelled rel, SubjectRef subject) {}
}
