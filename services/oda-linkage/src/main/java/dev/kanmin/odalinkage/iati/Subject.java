package dev.kanmin.odalinkage.iati;

import java.util.List;

/**
 * An activity whose structure is right, being looked at by rules.
 *
 * @param places where its elements stand
 * @param place where it stands itself; it may have been given attributes since it was read
 */
record Subject(IatiElement activity, Places places, Place place, FaultCollector faults) {

  static Subject of(IatiElement activity, Places places, FaultCollector faults) {
    Place place = places.of(activity.child("iati-identifier").orElseThrow()).parent();
    return new Subject(activity, places, place, faults);
  }

  List<IatiElement> all(String name) {
    return activity.children(name);
  }

  /** Elements of these names, wherever they stand. */
  List<IatiElement> anywhere(String... names) {
    List<String> wanted = List.of(names);
    return activity
        .descendants()
        .filter(element -> wanted.contains(element.name().local()))
        .toList();
  }

  void warn(FaultCode code, String detail) {
    faults.warning(place, code, detail);
  }

  void warn(IatiElement element, FaultCode code, String detail) {
    faults.warning(places.of(element), code, detail);
  }

  void warn(IatiElement element, String attribute, FaultCode code, String detail) {
    faults.warning(places.of(element), attribute, code, detail);
  }
}
