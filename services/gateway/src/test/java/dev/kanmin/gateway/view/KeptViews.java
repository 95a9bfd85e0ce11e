package dev.kanmin.gateway.view;

import dev.kanmin.codes.Language;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.rule.RuleBook;
import dev.kanmin.gateway.rule.ToDos;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;

/** Views of cells as readers get them again and again: from what is kept of the one before. */
public final class KeptViews implements AutoCloseable {
  private final ReadyViews views;

  /** For readers on that day. */
  public KeptViews(LocalDate today, Picture picture) {
    this.views =
        new ReadyViews(
            new ToDos(RuleBook.standard(), picture),
            Clock.fixed(today.atStartOfDay(CellViews.ZONE).toInstant(), CellViews.ZONE));
  }

  /** The JSON of a cell, without what answers say of the whole picture. */
  public String json(PictureSnapshot picture, CellKey cell, Language language) {
    return "{" + new String(views.cell(picture, cell, language).body(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    views.destroy();
  }
}
