package dev.kanmin.gateway.picture;

import dev.kanmin.events.wire.Card;
import dev.kanmin.gateway.feed.FeedRecord;
import dev.kanmin.gateway.picture.PictureSnapshot.LeftOut;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feed folded into memory: of each subject the card that its last event brought. One thread
 * calls {@link #apply} and {@link #publish}; everybody may call the rest, and nobody waits for
 * anybody.
 *
 * <p>The last event is the one of the highest sequence. So records may come in any order and any
 * number of times, and what is shown after the last of them is the same.
 */
public final class Picture {
  private static final Logger log = LoggerFactory.getLogger(Picture.class);
  private static final int REMEMBERED = 20;

  private final Map<String, Source> sources = new ConcurrentHashMap<>();

  /** Of each chain the subjects that something else led to; its head has its name. */
  private final Map<String, Set<Subject>> followers = new ConcurrentHashMap<>();

  private final BackLinks backLinks = new BackLinks();
  private final Map<CellKey, CellState> cells = new HashMap<>();
  private final List<CellState> changed = new ArrayList<>();
  private final List<Subject> moved = new ArrayList<>();
  private final Deque<String> unreadableSubjects = new ArrayDeque<>();
  private int notPublic;
  private int withoutCountry;
  private int unreadable;
  private volatile PictureSnapshot snapshot = PictureSnapshot.EMPTY;

  /** What came of one producer; written by the fold alone. */
  private static final class Source {
    private final Map<String, Subject> subjects = new ConcurrentHashMap<>();
    private long latestMillis;
  }

  /** The picture as last published. */
  public PictureSnapshot snapshot() {
    return snapshot;
  }

  /**
   * Whether the published picture contains that event, or a later one of its subject. Subjects are
   * shown before the snapshot that has them is: only then it does.
   */
  public boolean contains(String source, String subject, long sequence) {
    return find(source, subject)
        .map(known -> known.sequence() >= sequence && known.position() <= snapshot.position())
        .orElse(false);
  }

  /** What is published of a subject; empty if nothing is, or it cannot be read. */
  public Optional<Row> row(String source, String subject) {
    return find(source, subject).flatMap(Subject::row);
  }

  /** The subject of that id, whoever published it. */
  public Optional<Subject> subject(String id) {
    return sources.values().stream().flatMap(source -> known(source, id).stream()).findFirst();
  }

  /** All that were ever seen, in no particular order. */
  public Stream<Subject> subjects() {
    return sources.values().stream().flatMap(source -> source.subjects.values().stream());
  }

  /** How many there are. */
  public int subjectCount() {
    return sources.values().stream().mapToInt(source -> source.subjects.size()).sum();
  }

  /** What is published of the subjects whose cards point to that one. */
  public Stream<Row> pointingTo(String id) {
    return backLinks.to(id).flatMap(subject -> subject.row().stream());
  }

  /** The subjects of a chain, in no particular order. */
  public Stream<Subject> chain(String chain) {
    return Stream.concat(
        subject(chain).filter(head -> head.chain().equals(chain)).stream(),
        followers.getOrDefault(chain, Set.of()).stream());
  }

  /** Takes in a record of the feed. */
  public void apply(FeedRecord record) {
    if (!record.isReadable()) {
      return;
    }
    Source source = sources.computeIfAbsent(record.source(), _ -> new Source());
    source.latestMillis = Math.max(source.latestMillis, record.timeMillis());
    Subject subject = subject(source, record);
    if (subject.isNew(record.sequence())) {
      CardTail.trailEvent(record).ifPresent(subject::add);
    }
    SubjectState before = subject.state();
    if (record.sequence() > before.sequence()) {
      SubjectState after = next(subject, record);
      move(subject, before, after);
      if (subject.become(after)) {
        moved.add(subject);
      }
    }
  }

  /**
   * Makes everything applied so far visible at once.
   *
   * @param position of the last record that was read, of whatever kind
   */
  public void publish(long position) {
    for (Subject subject : moved) {
      backLinks.move(
          subject,
          subject.row(),
          subject.state().row(),
          id -> subject(id).ifPresent(target -> touched(target, subject.state().position())));
    }
    Map<CellKey, CellSnapshot> published = snapshot.cells();
    if (!changed.isEmpty()) {
      Map<CellKey, CellSnapshot> copy = new HashMap<>(published);
      for (CellState cell : changed) {
        CellSnapshot cellSnapshot = cell.snapshot();
        copy.put(cellSnapshot.key(), cellSnapshot);
      }
      changed.clear();
      published = copy;
    }
    moved.forEach(Subject::show);
    moved.clear();
    snapshot =
        new PictureSnapshot(
            position,
            latestMillis(),
            published,
            new LeftOut(notPublic, withoutCountry, unreadable, List.copyOf(unreadableSubjects)));
  }

  private Map<String, Long> latestMillis() {
    Map<String, Long> latest = new HashMap<>();
    sources.forEach((name, source) -> latest.put(name, source.latestMillis));
    return Map.copyOf(latest);
  }

  private Subject subject(Source source, FeedRecord record) {
    Subject known = source.subjects.get(record.subject());
    if (known != null) {
      return known;
    }
    Subject subject = new Subject(record.source(), record.subject(), record.chain());
    source.subjects.put(subject.id(), subject);
    if (!subject.chain().equals(subject.id())) {
      followers.computeIfAbsent(subject.chain(), _ -> ConcurrentHashMap.newKeySet(1)).add(subject);
    }
    return subject;
  }

  private SubjectState next(Subject subject, FeedRecord record) {
    try {
      Optional<Card> card = CardReader.read(record);
      return new SubjectState(
          record.sequence(),
          record.position(),
          card.map(
                  it ->
                      new Row(
                          subject.id(),
                          record.position(),
                          subject.chain(),
                          CardCodes.isEnded(it.kind(), it.state()),
                          it))
              .orElse(null),
          card.map(Spreads::of).orElse(List.of()),
          false);
    } catch (RuntimeException fault) {
      return unreadable(record, fault);
    }
  }

  /** What was there before would be wrong from here on, so the subject is shown nowhere. */
  private SubjectState unreadable(FeedRecord record, RuntimeException fault) {
    String reason = String.valueOf(fault.getMessage());
    log.error("{}/{} is left out of the picture: {}", record.source(), record.subject(), reason);
    if (unreadableSubjects.size() == REMEMBERED) {
      unreadableSubjects.removeFirst();
    }
    unreadableSubjects.addLast(record.source() + "/" + record.subject() + ": " + reason);
    return new SubjectState(record.sequence(), record.position(), null, List.of(), true);
  }

  private void move(Subject subject, SubjectState before, SubjectState after) {
    long position = after.position();
    if (before.position() >= 0) {
      countLeftOut(before, -1);
    }
    countLeftOut(after, 1);
    before
        .row()
        .ifPresent(
            row ->
                before.forEach(
                    (one, spread) ->
                        touched(one.cell(), position).remove(subject, row, one, spread)));
    after
        .row()
        .ifPresent(
            row ->
                after.forEach(
                    (one, spread) -> touched(one.cell(), position).add(subject, row, one, spread)));
  }

  private void touched(Subject subject, long position) {
    subject.state().forEach((one, _) -> touched(one.cell(), position));
  }

  private CellState touched(CellKey key, long position) {
    CellState cell = cells.computeIfAbsent(key, CellState::new);
    if (cell.touched(position)) {
      changed.add(cell);
    }
    return cell;
  }

  private void countLeftOut(SubjectState state, int by) {
    if (state.unreadable()) {
      unreadable += by;
    } else if (state.known() == null) {
      notPublic += by;
    } else if (state.spreads().isEmpty()) {
      withoutCountry += by;
    }
  }

  private Optional<Subject> find(String source, String subject) {
    Source from = sources.get(source);
    return from == null ? Optional.empty() : known(from, subject);
  }

  private static Optional<Subject> known(Source source, String subject) {
    return Optional.ofNullable(source.subjects.get(subject));
  }
}
