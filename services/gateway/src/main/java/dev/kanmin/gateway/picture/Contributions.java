package dev.kanmin.gateway.picture;

import dev.kanmin.codes.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a row adds to which cells and sums. The rule for money:
 *
 * <ul>
 *   <li>A cell gets the country's percentage of the field's percentage of each sum; a country's
 *       total gets the country's percentage of the whole, whatever the fields.
 *   <li>Products of decimals are exact, so nothing is rounded, and taking a row away leaves what
 *       was there before.
 *   <li>A percentage that is not known is never guessed: no money goes where it is missing, and the
 *       contribution is {@link Contribution#incomplete()}. Without any field the whole is {@code
 *       unclassified}, which needs no percentage.
 *   <li>Field percentages may overlap (a sector can hint at two fields): cells of a country may add
 *       up to more than its total, which counts every sum once.
 *   <li>Rows without a country are in no cell and no sum; the matrix counts them as left out.
 * </ul>
 */
final class Contributions {
  private static final Share WHOLE =
      new Share(Field.UNCLASSIFIED, Optional.of(BigDecimal.valueOf(100)));

  private Contributions() {}

  static List<Contribution> of(Row row) {
    if (!row.isVisible()) {
      return List.of();
    }
    return switch (row) {
      case MissionRow mission -> ofMission(mission);
      case ActivityRow activity -> ofActivity(activity);
    };
  }

  private static List<Contribution> ofMission(MissionRow mission) {
    List<String> fields =
        mission.fieldCodes().isEmpty() ? List.of(Field.UNCLASSIFIED) : mission.fieldCodes();
    List<Contribution> all = new ArrayList<>();
    for (String country : mission.countryCodes()) {
      for (String field : fields) {
        all.add(counted(new CellKey(country, field)));
      }
      all.add(counted(CellKey.ofCountry(country)));
    }
    if (!mission.countryCodes().isEmpty()) {
      fields.forEach(field -> all.add(counted(CellKey.ofField(field))));
      all.add(counted(CellKey.EVERYTHING));
    }
    return List.copyOf(all);
  }

  private static Contribution counted(CellKey cell) {
    return new Contribution(cell, BigDecimal.ZERO, false);
  }

  private static List<Contribution> ofActivity(ActivityRow activity) {
    if (activity.countries().isEmpty()) {
      return List.of();
    }
    List<Share> fields = activity.fields().isEmpty() ? List.of(WHOLE) : activity.fields();
    Map<CellKey, Parts> parts = new LinkedHashMap<>();
    for (Share country : activity.countries()) {
      Optional<BigDecimal> countryPart = country.percentage().map(Contributions::part);
      for (Share field : fields) {
        Optional<BigDecimal> part =
            countryPart.flatMap(of -> field.percentage().map(p -> of.multiply(part(p))));
        of(parts, new CellKey(country.code(), field.code())).add(part);
        of(parts, CellKey.ofField(field.code())).add(part);
      }
      of(parts, CellKey.ofCountry(country.code())).add(countryPart);
      of(parts, CellKey.EVERYTHING).add(countryPart);
    }
    return parts.entrySet().stream().map(one -> one.getValue().at(one.getKey())).toList();
  }

  private static Parts of(Map<CellKey, Parts> parts, CellKey cell) {
    return parts.computeIfAbsent(cell, key -> new Parts());
  }

  private static BigDecimal part(BigDecimal percentage) {
    return percentage.movePointLeft(2);
  }

  /** Collects the parts of one activity that fall into the same cell or sum. */
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

    Contribution at(CellKey cell) {
      return new Contribution(cell, known, incomplete);
    }
  }
}
