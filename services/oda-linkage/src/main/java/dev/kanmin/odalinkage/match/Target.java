package dev.kanmin.odalinkage.match;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CrsCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.HsCode;
import java.util.List;
import java.util.Optional;

/** What companies' offers are matched to. */
public sealed interface Target {
  /** Id of the subject. */
  String id();

  Wanted wanted();

  /**
   * What is wanted.
   *
   * @param countries where; none when nothing says
   * @param fields what it is about; none: {@code unclassified}
   * @param hs goods that it names
   * @param crs purposes under which it is, or could be, reported
   */
  record Wanted(
      List<CountryCode> countries, List<Field> fields, List<HsCode> hs, List<CrsCode> crs) {
    public Wanted {
      countries = List.copyOf(countries);
      fields = List.copyOf(fields);
      hs = List.copyOf(hs);
      crs = List.copyOf(crs);
    }
  }

  /** A counterpart's need. */
  record OfNeed(String id, Wanted wanted) implements Target {}

  /**
   * An activity of development co-operation.
   *
   * @param iatiIdentifier as its publisher writes it
   */
  record OfActivity(String id, Wanted wanted, String iatiIdentifier) implements Target {}

  /**
   * A call for tenders.
   *
   * @param ocid Open Contracting identifier, if it has one
   */
  record OfTender(String id, Wanted wanted, Optional<String> ocid) implements Target {}
}
