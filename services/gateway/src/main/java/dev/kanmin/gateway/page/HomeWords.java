package dev.kanmin.gateway.page;

import dev.kanmin.gateway.page.ListWords.Chip;
import dev.kanmin.gateway.view.ViewParts.NextDate;
import dev.kanmin.gateway.view.ViewParts.ToDoView;
import java.util.List;

/**
 * What an officer's own page shows.
 *
 * @param toDoCount of all, of which the first are shown
 * @param since from when on changes are told
 * @param births what can be begun
 */
record HomeWords(
    List<ToDoView> toDos,
    int toDoCount,
    List<NextDate> dates,
    String since,
    List<Changed> changed,
    List<Chip> drafts,
    List<Chip> births) {

  /** A record that changed. */
  record Changed(
      String href,
      String title,
      String event,
      String by,
      String states,
      String at,
      String machine) {}
}
