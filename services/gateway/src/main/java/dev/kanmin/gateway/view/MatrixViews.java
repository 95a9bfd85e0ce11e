package dev.kanmin.gateway.view;

import dev.kanmin.codes.Countries;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Fields;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.CellKey;
import dev.kanmin.gateway.picture.CellSnapshot;
import dev.kanmin.gateway.picture.PictureSnapshot;
import dev.kanmin.gateway.view.MatrixView.Axis;
import dev.kanmin.gateway.view.MatrixView.Square;
import dev.kanmin.gateway.view.ViewParts.Labelled;
import dev.kanmin.gateway.view.ViewParts.Totals;
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
                    new Axis(labels.country(code), totals(picture.cell(CellKey.ofCountry(code)))))
            .toList(),
        FIELDS.stream()
            .map(code -> new Axis(labels.field(code), totals(picture.cell(CellKey.ofField(code)))))
            .toList(),
        kinds(picture, labels),
        squares(picture),
        totals(picture.cell(CellKey.EVERYTHING)),
        CellViews.leftOut(picture.cell(CellKey.EVERYTHING)));
  }

  private static Totals totals(Optional<CellSnapshot> cell) {
    return Labels.totals(cell.map(CellSnapshot::totals));
  }

  private static List<Labelled> kinds(PictureSnapshot picture, Labels labels) {
    return totals(picture.cell(CellKey.EVERYTHING)).kinds().stream()
        .map(kind -> labels.of(CardCodes.KINDS, kind.kind()))
        .toList();
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
                    heat(cell.totals().live()),
                    totals(Optional.of(cell))))
        .toList();
  }

  private static boolean isEmpty(CellSnapshot cell) {
    return cell.totals().isEmpty();
  }
}
