package dev.kanmin.gateway.picture;

import dev.kanmin.gateway.feed.FeedRecord;
import dev.kanmin.gateway.picture.PictureSnapshot.LeftOut;
import dev.kanmin.gateway.picture.Row.Change;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feed folded into memory. One thread calls {@link #apply} and {@link #publish}; everybody may
 * call the rest, and nobody waits for anybody.
 *
 * <p>The state after a position depends on the records up to it alone, and a record whose sequence
 * is not above the last one of its subject changes nothing.
 */
public final class Picture {
  private static final Logger log = LoggerFactory.getLogger(Picture.class);
  private static final int REMEMBERED = 20;

  private final Map<String, Source> sources = new ConcurrentHashMap<>();
  private final Map<CellKey, CellState> cells = new HashMap<>();
  private final List<CellState> changed = new ArrayList<>();
  private final Canonical<List<Contribution>> contributions = new Canonical<>();
  private final Deque<String> unreadableSubjects = new ArrayDeque<>();
  private int drafts;
  private int withoutCountry;
  private int unreadable;
  private long unknownTypes;
  private volatile PictureSnapshot snapshot = PictureSnapshot.EMPTY;

  /** What came of one producer; written by the fold alone. */
  private static final class Source {
    private final Map<String, Subject> subjects = new ConcurrentHashMap<>();
    private long latestMillis;

    private Subject subject(String id) {
      Subject known = subjects.get(id);
      if (known == null) {
        known = new Subject();
        subjects.put(id, known);
      }
      return known;
    }
  }

  /** The picture as last published. */
  public PictureSnapshot snapshot() {
    return snapshot;
  }

  /** Whether the published picture contains that event, or a later one of its subject. */
  public boolean contains(String source, String subject, long sequence) {
    SubjectState state = state(source, subject);
    return state.sequence() >= sequence && state.position() <= snapshot.position();
  }

  /** What is known of a subject now; may be ahead of the published picture. */
  public Optional<Row> row(String source, String subject) {
    return state(source, subject).row();
  }

  /** How many subjects were ever seen. */
  public int subjectCount() {
    return sources.values().stream().mapToInt(source -> source.subjects.size()).sum();
  }

  /** Takes in the next record of the feed. */
  public void apply(FeedRecord record) {
    apply(PictureRecord.of(record));
  }

  /** Takes in the next record of the feed, whose data has been read already. */
  void apply(PictureRecord read) {
    FeedRecord record = read.feed();
    if (!record.isReadable()) {
      return;
    }
    Source source = sources.computeIfAbsent(record.source(), _ -> new Source());
    Subject subject = source.subject(record.subject());
    SubjectState before = subject.state();
    if (record.sequence() <= before.sequence()) {
      return;
    }
    source.latestMillis = Math.max(source.latestMillis, record.timeMillis());
    SubjectState after = before.unreadable() ? skipped(before, record) : next(before, read);
    move(subject, before, after, record.timeMillis());
    subject.become(after);
  }

  /**
   * Makes everything applied so far visible at once.
   *
   * @param position of the last record that was read, of whatever kind
   */
  public void publish(long position) {
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
    snapshot =
        new PictureSnapshot(
            position,
            latestMillis(),
            published,
            new LeftOut(
                drafts, withoutCountry, unreadable, unknownTypes, List.copyOf(unreadableSubjects)));
  }

  private Map<String, Long> latestMillis() {
    Map<String, Long> latest = new HashMap<>();
    sources.forEach((name, source) -> latest.put(name, source.latestMillis));
    return Map.copyOf(latest);
  }

  private SubjectState next(SubjectState before, PictureRecord read) {
    FeedRecord record = read.feed();
    if (read.fault().isPresent()) {
      return unreadable(record, read.fault().get());
    }
    if (read.event().isEmpty()) {
      unknownTypes++;
      return skipped(before, record);
    }
    try {
      Change change =
          new Change(
              record.position(), record.timeMillis(), PictureEvents.shortName(record.type()));
      Row row = RowFold.fold(record.subject(), before.row(), read.event().get(), change);
      boolean sameParts = before.row().filter(row::contributesLike).isPresent();
      return new SubjectState(
          record.sequence(),
          record.position(),
          row,
          sameParts ? before.contributions() : contributions.of(Contributions.of(row)),
          false);
    } catch (RuntimeException fault) {
      return unreadable(record, fault);
    }
  }

  /** The subject's row would be wrong from here on, so it is shown nowhere. */
  private SubjectState unreadable(FeedRecord record, RuntimeException fault) {
    String reason = String.valueOf(fault.getMessage());
    log.error("{}/{} is left out of the picture: {}", record.source(), record.subject(), reason);
    unreadable++;
    if (unreadableSubjects.size() == REMEMBERED) {
      unreadableSubjects.removeFirst();
    }
    unreadableSubjects.addLast(record.source() + "/" + record.subject() + ": " + reason);
    return new SubjectState(record.sequence(), record.position(), null, List.of(), true);
  }

  private static SubjectState skipped(SubjectState before, FeedRecord record) {
    return new SubjectState(
        record.sequence(),
        record.position(),
        before.known(),
        before.contributions(),
        before.unreadable());
  }

  @SuppressWarnings("ReferenceEquality") // each new row has its own change
  private void move(Subject subject, SubjectState before, SubjectState after, long changedMillis) {
    @Nullable Row then = before.known();
    @Nullable Row now = after.known();
    if (then == now) {
      return;
    }
    if (then != null) {
      countLeftOut(then, before.contributions(), -1);
    }
    if (now != null) {
      countLeftOut(now, after.contributions(), 1);
    }
    if (then != null && now != null && sameCells(before.contributions(), after.contributions())) {
      for (int i = 0; i < after.contributions().size(); i++) {
        // the ordinary case: the subject stays where it is, and most of its money is as it was
        Contribution part = after.contributions().get(i);
        touched(part, after, changedMillis).change(then, before.contributions().get(i), now, part);
      }
      return;
    }
    if (then != null) {
      for (Contribution old : before.contributions()) {
        touched(old, after, changedMillis).remove(subject, then, old);
      }
    }
    if (now != null) {
      for (Contribution part : after.contributions()) {
        touched(part, after, changedMillis).add(subject, now, part);
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // mostly it is the same list
  private static boolean sameCells(List<Contribution> some, List<Contribution> others) {
    if (some == others) {
      return true;
    }
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same = some.get(i).cell().equals(others.get(i).cell());
    }
    return same;
  }

  private CellState touched(Contribution part, SubjectState by, long changedMillis) {
    CellState cell = cells.computeIfAbsent(part.cell(), CellState::new);
    if (cell.touched(by.position(), changedMillis)) {
      changed.add(cell);
    }
    return cell;
  }

  private void countLeftOut(Row row, List<Contribution> contributions, int by) {
    if (!row.isVisible()) {
      drafts += by;
    } else if (contributions.isEmpty()) {
      withoutCountry += by;
    }
  }

  private SubjectState state(String source, String subject) {
    Source from = sources.get(source);
    Subject known = from == null ? null : from.subjects.get(subject);
    return known == null ? SubjectState.NONE : known.state();
  }
}
