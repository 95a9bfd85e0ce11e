package dev.kanmin.gateway.picture;

import dev.kanmin.codes.Field;
import dev.kanmin.events.wire.Card;
import dev.kanmin.events.wire.Card.Figure;
import dev.kanmin.events.wire.Card.Share;
import dev.kanmin.gateway.picture.CardCodes.Adds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a card adds to which cells and sums. The rule for figures that are split by percentages,
 * such as money:
 *
 * <ul>
 *   <li>A cell gets the country's percentage of the field's percentage of each figure; a country's
 *       total gets the country's percentage of the whole, whatever the fields.
 *   <li>Products of decimals are exact, so nothing is rounded, and taking a card away leaves what
 *       was there before.
 *   <li>A percentage that is not known is never guessed: nothing goes where it is missing, and the
 *       contribution is incomplete. Without any field the whole is {@code unclassified}, which
 *       needs no percentage; and the only country or field that a figure names for itself has all
 *       of it.
 *   <li>Field percentages may overlap (a sector can hint at two fields): cells of a country may add
 *       up to more than its total, which counts every figure once.
 *   <li>A figure with countries or fields of its own goes there, and the card is shown there, too.
 *   <li>Cards without a country are in no cell and no sum; the matrix counts them as left out.
 * </ul>
 *
 * Figures that are not split, such as places, count as a whole in each cell and once in each sum.
 */
final class Spreads {
  private static final List<Share> UNCLASSIFIED =
      List.of(new Share(Field.UNCLASSIFIED, Optional.of(BigDecimal.valueOf(100))));
  private static final BigDecimal WHOLE = BigDecimal.ONE;
  private static final Memo<Place, List<Contribution>> OVER = new Memo<>(Spreads::over);
  private static final Memo<FigureSlot, FigureSlot> SLOTS = Memo.same();

  /**
   * Where figures go.
   *
   * @param split whether each cell gets a part
   * @param counted whether the card is counted there; not again where it is counted already
   */
  private record Place(List<Share> countries, List<Share> fields, boolean split, boolean counted) {
    boolean isSame(Place other) {
      return countries.equals(other.countries) && fields.equals(other.fields);
    }
  }

  private Spreads() {}

  static List<Spread> of(Card card) {
    Place own = new Place(card.countries(), fields(card.fields()), true, true);
    Map<Place, Map<FigureSlot, BigDecimal>> figures = new LinkedHashMap<>();
    figures.put(own, new HashMap<>());
    for (Figure figure : counted(card.figures())) {
      figures
          .computeIfAbsent(place(figure, own), _ -> new HashMap<>())
          .merge(SLOTS.of(slot(figure)), figure.amount(), BigDecimal::add);
    }
    List<Spread> spreads = new ArrayList<>(figures.size());
    Map<CellKey, Contribution> before = new HashMap<>();
    figures.forEach(
        (place, sums) -> {
          Spread spread = new Spread(OVER.of(place), Map.copyOf(sums));
          spreads.add(place.isSame(own) ? spread : behind(before, spread));
          if (figures.size() > 1) {
            note(before, spread);
          }
        });
    return spreads.stream().allMatch(spread -> spread.over().isEmpty())
        ? List.of()
        : List.copyOf(spreads);
  }

  static FigureSlot slot(Figure figure) {
    return new FigureSlot(figure.what(), figure.unit().orElse(""));
  }

  private static Place place(Figure figure, Place own) {
    boolean split = CardCodes.isSplit(figure.what());
    Place place =
        new Place(
            alone(figure.countries()).orElse(own.countries()),
            alone(figure.fields()).orElse(own.fields()),
            split,
            true);
    if (!place.isSame(own)) {
      return place;
    }
    return split ? own : new Place(own.countries(), own.fields(), false, false);
  }

  private static List<Share> fields(List<Share> fields) {
    return fields.isEmpty() ? UNCLASSIFIED : fields;
  }

  /** Empty if a figure names no places of its own. */
  private static Optional<List<Share>> alone(List<Share> own) {
    if (own.isEmpty()) {
      return Optional.empty();
    }
    Share first = own.getFirst();
    return Optional.of(
        own.size() == 1 && first.percentage().isEmpty()
            ? List.of(new Share(first.code(), Optional.of(BigDecimal.valueOf(100))))
            : own);
  }

  /** Those that add up. */
  static List<Figure> counted(List<Figure> figures) {
    List<Figure> counted = new ArrayList<>(figures.size());
    for (Figure figure : figures) {
      Adds adds = CardCodes.adds(figure.what());
      if (adds == Adds.SUM || (adds == Adds.LATEST && isLatest(figure, figures))) {
        counted.add(figure);
      }
    }
    return counted;
  }

  private static boolean isLatest(Figure figure, List<Figure> all) {
    return all.stream()
        .noneMatch(
            other ->
                other.what().equals(figure.what())
                    && other.unit().equals(figure.unit())
                    && other.year().orElse(0) > figure.year().orElse(0));
  }

  private static List<Contribution> over(Place place) {
    boolean overlapping = place.split() && isMoreThanWhole(place.fields());
    Map<CellKey, Parts> parts = new LinkedHashMap<>();
    for (Share country : place.countries()) {
      Optional<BigDecimal> ofCountry = part(country, place.split());
      for (Share field : place.fields()) {
        Optional<BigDecimal> both =
            ofCountry.flatMap(of -> part(field, place.split()).map(of::multiply));
        to(parts, new CellKey(country.code(), field.code())).add(both);
        to(parts, CellKey.ofField(field.code())).add(both);
      }
      to(parts, CellKey.ofCountry(country.code())).add(ofCountry);
      to(parts, CellKey.EVERYTHING).add(ofCountry);
    }
    return parts.entrySet().stream()
        .map(
            one ->
                one.getValue()
                    .at(
                        one.getKey(),
                        place,
                        overlapping && !one.getKey().field().equals(CellKey.ALL)))
        .toList();
  }

  private static Optional<BigDecimal> part(Share share, boolean split) {
    return split ? share.percentage().map(part -> part.movePointLeft(2)) : Optional.of(WHOLE);
  }

  private static boolean isMoreThanWhole(List<Share> fields) {
    return fields.stream()
            .flatMap(field -> field.percentage().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .compareTo(BigDecimal.valueOf(100))
        > 0;
  }

  private static Parts to(Map<CellKey, Parts> parts, CellKey cell) {
    return parts.computeIfAbsent(cell, _ -> new Parts());
  }

  /** Further figures of a card: it is counted once in each cell, as whatever it is there. */
  private static Spread behind(Map<CellKey, Contribution> before, Spread spread) {
    return new Spread(
        spread.over().stream()
            .map(
                one -> {
                  Contribution known = before.get(one.cell());
                  return known == null
                      ? one
                      : new Contribution(
                          one.cell(),
                          one.part(),
                          false,
                          one.incomplete() && !known.incomplete(),
                          one.overlapping() && !known.overlapping());
                })
            .toList(),
        spread.figures());
  }

  private static void note(Map<CellKey, Contribution> before, Spread spread) {
    boolean empty = spread.figures().isEmpty();
    for (Contribution one : spread.over()) {
      before.merge(
          one.cell(),
          new Contribution(
              one.cell(),
              one.part(),
              true,
              one.incomplete() && !empty,
              one.overlapping() && !empty),
          (some, others) ->
              new Contribution(
                  some.cell(),
                  some.part(),
                  true,
                  some.incomplete() || others.incomplete(),
                  some.overlapping() || others.overlapping()));
    }
  }

  /** Collects the parts of one card that fall into the same cell or sum. */
  private static final class Parts {
    private BigDecimal known = BigDecimal.ZERO;
    private boolean incomplete;

    void add(Optional<BigDecimal> part) {
      if (part.isEmpty()) {
        incomplete = true;
      } else {
        known = known.add(part.get());
      }
    }

    Contribution at(CellKey cell, Place place, boolean overlapping) {
      return new Contribution(
          cell, place.split() ? known : WHOLE, place.counted(), incomplete, overlapping);
    }
  }
}
