package dev.kanmin.trademissions.timetable;

import ai.timefold.solver.core.preview.api.domain.metamodel.GenuineEntityMetaModel;
import ai.timefold.solver.core.preview.api.move.Move;
import ai.timefold.solver.core.preview.api.move.MutableSolutionView;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedCollection;
import org.jspecify.annotations.Nullable;

/** Several encounters change at once, so that no hard constraint breaks on the way. */
record Rearrangement(List<Change> changes) implements Move<Timetable> {

  /** What one encounter has afterwards. */
  record Change(Encounter encounter, @Nullable Place place, @Nullable Interpreter interpreter) {}

  @Override
  public void execute(MutableSolutionView<Timetable> view) {
    GenuineEntityMetaModel<Timetable, Encounter> model =
        view.getSolutionMetaModel().genuineEntity(Encounter.class);
    for (Change change : changes) {
      view.changeVariable(
          model.basicVariable("place", Place.class), change.encounter(), change.place());
      view.changeVariable(
          model.basicVariable("interpreter", Interpreter.class),
          change.encounter(),
          change.interpreter());
    }
  }

  @Override
  public SequencedCollection<Object> getPlanningEntities() {
    return new ArrayList<>(changes.stream().map(Change::encounter).toList());
  }

  @Override
  public SequencedCollection<@Nullable Object> getPlanningValues() {
    List<@Nullable Object> places = new ArrayList<>();
    changes.forEach(change -> places.add(change.place()));
    return places;
  }
}
