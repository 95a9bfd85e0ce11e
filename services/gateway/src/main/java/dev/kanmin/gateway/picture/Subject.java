package dev.kanmin.gateway.picture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A subject, as long as the picture lives: whoever holds it sees its latest state. So an event
 * replaces one reference, and not one in every cell. Written by the fold alone.
 */
public final class Subject {
  /** Events that a chain tells of one subject; of more, the latest. */
  static final int MOST_EVENTS = 50;

  private static final TrailEvent[] NOTHING = {};

  private final String source;
  private final String id;
  private final String chain;
  private volatile SubjectState state = SubjectState.NONE;
  private volatile SubjectState shown = SubjectState.NONE;
  private volatile TrailEvent[] trail = NOTHING;

  Subject(String source, String id, String chain) {
    this.source = source;
    this.id = id;
    this.chain = chain.equals(id) ? id : chain;
  }

  /** Who published it, {@code /trade-missions}. */
  public String source() {
    return source;
  }

  public String id() {
    return id;
  }

  /** What it belongs to: its own id, if nothing led to it. */
  public String chain() {
    return chain;
  }

  /** What is published of it; empty if nothing of it is public. */
  public Optional<Row> row() {
    return shown.row();
  }

  /** Position of the event that it stands at in the published picture; -1 before the first. */
  public long position() {
    return shown.position();
  }

  /** Sequence of that event. */
  public long sequence() {
    return shown.sequence();
  }

  /** Its latest events in order, as far as they are published. */
  public List<TrailEvent> trail() {
    long upTo = shown.sequence();
    return Arrays.stream(trail).filter(event -> event.sequence() <= upTo).toList();
  }

  SubjectState state() {
    return state;
  }

  SubjectState shown() {
    return shown;
  }

  /**
   * Takes the next state.
   *
   * @return whether it is the first since the subject was shown
   */
  @SuppressWarnings("ReferenceEquality") // every state is new
  boolean become(SubjectState next) {
    boolean first = state == shown;
    state = next;
    return first;
  }

  void show() {
    shown = state;
  }

  /** Whether an event of that sequence has its place in the trail, and is not there yet. */
  boolean isNew(long sequence) {
    TrailEvent[] known = trail;
    return place(known, sequence) < 0
        && (known.length < MOST_EVENTS || known[0].sequence() < sequence);
  }

  /** An event that {@link #isNew}; they may come in any order. */
  void add(TrailEvent event) {
    TrailEvent[] known = trail;
    int place = -place(known, event.sequence()) - 1;
    TrailEvent[] longer = new TrailEvent[known.length + 1];
    System.arraycopy(known, 0, longer, 0, place);
    longer[place] = event;
    System.arraycopy(known, place, longer, place + 1, known.length - place);
    trail = longer.length > MOST_EVENTS ? Arrays.copyOfRange(longer, 1, longer.length) : longer;
  }

  /** As {@link Arrays#binarySearch}; mostly it is the end. */
  private static int place(TrailEvent[] events, long sequence) {
    int low = 0;
    int high = events.length;
    if (high > 0 && events[high - 1].sequence() < sequence) {
      return -high - 1;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      long there = events[middle].sequence();
      if (there == sequence) {
        return middle;
      }
      if (there < sequence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return -low - 1;
  }
}
