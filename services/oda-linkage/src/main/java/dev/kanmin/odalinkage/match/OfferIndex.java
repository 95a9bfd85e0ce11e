package dev.kanmin.odalinkage.match;

import dev.kanmin.codes.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * The offers by field, so that a target is judged against those that could serve it, and a changed
 * company is put in without a look at the others. Safe to read while it changes.
 */
public final class OfferIndex {
  private final ConcurrentSkipListMap<String, CompanyOffer> byCompany =
      new ConcurrentSkipListMap<>();
  private final Map<Field, ConcurrentSkipListMap<String, CompanyOffer>> byField =
      new ConcurrentHashMap<>();

  /** Puts an offer in the place of the company's earlier one, which is found until then. */
  public void put(CompanyOffer offer) {
    offer.fields().forEach(field -> of(field).put(offer.company(), offer));
    Optional.ofNullable(byCompany.put(offer.company(), offer))
        .ifPresent(earlier -> removeFromFields(earlier, offer.fields().toList()));
  }

  public void remove(String company) {
    Optional.ofNullable(byCompany.remove(company))
        .ifPresent(earlier -> removeFromFields(earlier, List.of()));
  }

  public Optional<CompanyOffer> find(String company) {
    return Optional.ofNullable(byCompany.get(company));
  }

  /** All of them, by id of the company. */
  public Collection<CompanyOffer> all() {
    return byCompany.values();
  }

  /**
   * Those with a product in a field of the target, by id; all of them for what serves every field
   * or has none.
   */
  public Collection<CompanyOffer> worthJudging(Target target) {
    List<Field> fields = target.wanted().fields();
    if (fields.isEmpty() || fields.contains(Field.CROSS_FIELD)) {
      return all();
    }
    if (fields.size() == 1) {
      return of(fields.getFirst()).values();
    }
    SequencedMap<String, CompanyOffer> some = new TreeMap<>();
    fields.forEach(field -> some.putAll(of(field)));
    return some.values();
  }

  /** The companies that {@link #worthJudging} passes over, by id. */
  public Stream<String> outside(Target target) {
    Collection<CompanyOffer> judged = worthJudging(target);
    List<String> inside = judged.stream().map(CompanyOffer::company).toList();
    return byCompany.keySet().stream().filter(company -> !isAmong(inside, company));
  }

  /** They are sorted. */
  private static boolean isAmong(List<String> sorted, String company) {
    return Collections.binarySearch(sorted, company) >= 0;
  }

  private void removeFromFields(CompanyOffer earlier, List<Field> kept) {
    earlier
        .fields()
        .filter(field -> !kept.contains(field))
        .forEach(field -> of(field).remove(earlier.company()));
  }

  private ConcurrentSkipListMap<String, CompanyOffer> of(Field field) {
    return byField.computeIfAbsent(field, _ -> new ConcurrentSkipListMap<>());
  }
}
