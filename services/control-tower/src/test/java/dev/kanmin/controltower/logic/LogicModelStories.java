package dev.kanmin.controltower.logic;

import dev.kanmin.controltower.DevFiles;
import dev.kanmin.controltower.logic.LogicModel.Form;
import dev.kanmin.controltower.logic.LogicModels.LogicModelEvent;
import dev.kanmin.controltower.logic.LogicModels.Take;
import dev.kanmin.controltower.rs.Programme;
import dev.kanmin.controltower.rs.RsTable;
import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.service.Stories;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Where stories of logic models begin: METI imports the made-up forms. */
public final class LogicModelStories {
  private LogicModelStories() {}

  public static AggregateType<?, ?, ?> type() {
    return LogicModels.TYPE;
  }

  public static void tell(EventContract contract) {
    contract.told(
        LogicModels.TYPE, List.of(imported().given(take(Form.TARGETS, "targets.csv"))), List.of());
  }

  static Stories<Take, LogicModelEvent, LogicModel> imported() {
    return Stories.of(LogicModels.TYPE).by("meti").given(take(Form.LINKS, "links.csv"));
  }

  static Take take(Form form, String file) {
    byte[] bytes = DevFiles.text("logic-models/" + file).getBytes(StandardCharsets.UTF_8);
    Map.Entry<Programme, RsTable> first =
        Programme.split(RsTable.read(bytes)).entrySet().iterator().next();
    return new Take(form, first.getKey(), first.getValue());
  }
}
