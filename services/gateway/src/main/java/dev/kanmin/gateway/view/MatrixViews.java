package dev.kanmin.gateway.view;

import dev.kanmin.codes.Countries;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Fields;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.gateway.picture.CellSnapshot;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.view.MatrixView.Axis;
import dev.kanmin.gateway.view.MatrixView.Square;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the view of all cells: a pure function of picture and language. */
final class MatrixViews {
  private static final String JAPAN = "JP";
  private static final int HOTTEST = 5;
  private static final List<String> ASIA =
      Countries.all().stream()
          .map(country -> country.code().code())
          .filter(code -> !code.equals(JAPAN))
          .toList();
  private static final List<String> FIELDS =
      Stream.concat(Fields.all().stream().map(Field::code), Stream.of(Field.UNCLASSIFIED)).toList();

  private MatrixViews() {}

  static MatrixView view(PictureSnapshot picture, Labels labels) {
    return new MatrixView(
        countries(picture)
            .map(
                code ->
                    new Axis(
                        labels.country(code),
                        CellViews.totals(picture.cell(CellKey.ofCountry(code)))))
            .toList(),
        FIELDS.stream()
            .map(
                code ->
                    new Axis(
                        labels.field(code), CellViews.totals(picture.cell(CellKey.ofField(code)))))
            .toList(),
        squares(picture),
        CellViews.totals(picture.cell(CellKey.EVERYTHING)),
        leftOut(picture));
  }

  /** 0 for nothing, else one more for every doubling, up to 5. */
  static int heat(int records) {
    return records == 0 ? 0 : Math.min(HOTTEST, 32 - Integer.numberOfLeadingZeros(records));
  }

  private static Stream<String> countries(PictureSnapshot picture) {
    Stream<String> elsewhere =
        picture.cells().values().stream()
            .filter(cell -> cell.key().field().equals(CellKey.ALL) && !isEmpty(cell))
            .map(cell -> cell.key().country())
            .filter(code -> !code.equals(CellKey.ALL) && !ASIA.contains(code))
            .sorted();
    return Stream.concat(ASIA.stream(), elsewhere);
  }

  private static List<Square> squares(PictureSnapshot picture) {
    return picture.cells().values().stream()
        .filter(cell -> cell.key().isSquare() && !isEmpty(cell))
        .sorted(
            Comparator.comparing((CellSnapshot cell) -> cell.key().country())
                .thenComparing(cell -> cell.key().field()))
        .map(
            cell ->
                new Square(
                    cell.key().country(),
                    cell.key().field(),
                    heat(records(cell)),
                    CellViews.totals(Optional.of(cell))))
        .toList();
  }

  private static List<LeftOut> leftOut(PictureSnapshot picture) {
    int undivided =
        picture.cell(CellKey.EVERYTHING).map(cell -> cell.totals().undivided()).orElse(0);
    return undivided == 0 ? List.of() : List.of(new LeftOut("money-without-percentage", undivided));
  }

  private static boolean isEmpty(CellSnapshot cell) {
    return records(cell) == 0;
  }

  private static int records(CellSnapshot cell) {
    return cell.totals().missions() + cell.totals().activities();
  }
}
