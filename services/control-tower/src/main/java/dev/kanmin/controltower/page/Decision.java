package dev.kanmin.controltower.page;

import dev.kanmin.web.overview.Overview.Cell;
import dev.kanmin.web.overview.Overview.Column;
import dev.kanmin.web.overview.Overview.Row;
import dev.kanmin.web.overview.Overview.Section;
import dev.kanmin.web.overview.Saying;
import java.util.List;

/**
 * Something that waits for somebody's decision.
 *
 * @param subject id of its record
 * @param what it is
 * @param toDo what is to be decided
 * @param who decides
 */
public record Decision(String subject, String what, String toDo, String who) {

  /** All that wait, as a table. */
  public static Section section(List<Decision> all, Saying saying) {
    return Section.table(
        "decisions",
        saying.of("判断を要するもの", "What needs a decision"),
        saying.of("いま誰かの判断や対応を待っているものです。", "What waits for somebody to decide or to act."),
        List.of(
            Column.words(saying.of("対象", "Subject")),
            Column.words(saying.of("必要な判断・対応", "To be decided")),
            Column.words(saying.of("判断する機関", "By"))),
        all.stream().map(Decision::row).toList());
  }

  private Row row() {
    return Row.of(Cell.to(subject, what), Cell.of(toDo), Cell.of(who));
  }

  /** The control tower as the one that decides. */
  public static String tower(Saying saying) {
    return saying.of("司令塔", "Control tower");
  }
}
