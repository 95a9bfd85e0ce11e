package dev.kanmin.gateway.picture;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The subjects of one cell as the fold keeps them, and their order as it was published last. What
 * moved in between is taken out and put in at its place: of a large cell nothing else is looked at,
 * however often it changes.
 */
final class CellMembers {
  private static final SubjectState[] NOBODY = {};

  /** Of so many that there were, one that moved makes it quicker to order all anew. */
  private static final int FEW = 8;

  private static final Comparator<SubjectState> LATEST_FIRST =
      (one, other) -> Row.LATEST_FIRST.compare(one.row().orElseThrow(), other.row().orElseThrow());

  private final Set<Subject> members = new HashSet<>();
  private final Set<Subject> moved = new HashSet<>();
  private SubjectState[] published = NOBODY;

  void add(Subject subject) {
    members.add(subject);
    moved.add(subject);
  }

  void remove(Subject subject) {
    members.remove(subject);
    moved.add(subject);
  }

  /**
   * What they stand at, the latest change first.
   *
   * <p>Before their new states are shown: what they showed until now tells where they stood.
   */
  List<SubjectState> publish() {
    if (!moved.isEmpty()) {
      published = moved.size() * FEW > published.length ? ordered() : withMoved();
      moved.clear();
    }
    return Collections.unmodifiableList(Arrays.asList(published));
  }

  private SubjectState[] ordered() {
    return members.stream().map(Subject::state).sorted(LATEST_FIRST).toArray(SubjectState[]::new);
  }

  private SubjectState[] withMoved() {
    int[] gone =
        moved.stream()
            .map(Subject::shown)
            .mapToInt(this::place)
            .filter(it -> it >= 0)
            .sorted()
            .toArray();
    List<SubjectState> come =
        moved.stream().filter(members::contains).map(Subject::state).sorted(LATEST_FIRST).toList();
    if (published.length - gone.length + come.size() != members.size()) {
      // two sources have used one id at one time, and the one was taken for the other
      return ordered();
    }
    Copy copy = new Copy(published, gone, members.size());
    for (SubjectState one : come) {
      int found = Arrays.binarySearch(published, one, LATEST_FIRST);
      copy.upTo(found < 0 ? -found - 1 : found);
      copy.put(one);
    }
    copy.upTo(published.length);
    return copy.to;
  }

  /** Where it stands; negative if it does not. */
  @SuppressWarnings("ReferenceEquality") // every state is new
  private int place(SubjectState state) {
    if (state.row().isEmpty()) {
      return -1;
    }
    int found = Arrays.binarySearch(published, state, LATEST_FIRST);
    return found >= 0 && published[found] == state ? found : -1;
  }

  /** What stays goes over in runs, without a look at it. */
  private static final class Copy {
    private final SubjectState[] from;
    private final int[] gone;
    private final SubjectState[] to;
    private int read;
    private int written;
    private int passed;

    Copy(SubjectState[] from, int[] gone, int size) {
      this.from = from;
      this.gone = gone;
      this.to = new SubjectState[size];
    }

    /** All until then that has not gone. */
    void upTo(int end) {
      while (passed < gone.length && gone[passed] < end) {
        run(gone[passed]);
        read++;
        passed++;
      }
      run(end);
    }

    void put(SubjectState one) {
      to[written++] = one;
    }

    private void run(int end) {
      int length = end - read;
      System.arraycopy(from, read, to, written, length);
      read += length;
      written += length;
    }
  }
}
