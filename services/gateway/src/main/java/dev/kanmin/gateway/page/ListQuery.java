package dev.kanmin.gateway.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The filters of a list as they stand in its address; empty ones are none.
 *
 * @param path of the list
 * @param kind of what is listed; empty for any
 */
record ListQuery(String path, String kind, MultiValueMap<String, String> filters, String sort) {
  static final String SORT = "sort";

  /** By how well the words are told of. */
  static final String BEST = "best";

  private static final Set<String> FILTERS =
      Set.of(
          "text",
          "state",
          "country",
          "field",
          "agency",
          "facet",
          "ended",
          "kind",
          "language",
          "year");

  static ListQuery of(String path, String kind, MultiValueMap<String, String> query) {
    MultiValueMap<String, String> filters = new LinkedMultiValueMap<>();
    query.forEach(
        (name, values) -> {
          if (FILTERS.contains(name)) {
            values.stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .forEach(it -> filters.add(name, it));
          }
        });
    String sort = query.getFirst(SORT);
    return new ListQuery(path, kind, filters, sort == null ? "" : sort);
  }

  /** What cards are asked by; parameters that ask an index alone say nothing to them. */
  MultiValueMap<String, String> cards() {
    MultiValueMap<String, String> all = new LinkedMultiValueMap<>(filters);
    if (!kind.isEmpty()) {
      all.set("kind", kind);
    }
    return all;
  }

  /** Whether words are looked for, and what has them best comes first. */
  boolean isRanked() {
    return !first("text").isEmpty() && (sort.isEmpty() || sort.equals(BEST));
  }

  /** What an index is asked by: the words are called otherwise there. */
  MultiValueMap<String, String> words() {
    MultiValueMap<String, String> all = cards();
    List<String> text = all.remove("text");
    if (text != null) {
      all.put("q", text);
    }
    return all;
  }

  public String first(String name) {
    String value = filters.getFirst(name);
    return value == null ? "" : value;
  }

  public List<String> all(String name) {
    return filters.getOrDefault(name, List.of());
  }

  /** The same list without one of its filters. */
  String without(String name, String value) {
    MultiValueMap<String, String> fewer = new LinkedMultiValueMap<>(filters);
    List<String> left = new ArrayList<>(filters.getOrDefault(name, List.of()));
    left.remove(value);
    fewer.put(name, left);
    return address(path, fewer, sort);
  }

  /** The same with that value alone, or without any if it is empty. */
  ListQuery with(String name, String value) {
    MultiValueMap<String, String> other = new LinkedMultiValueMap<>(filters);
    other.remove(name);
    if (!value.isEmpty()) {
      other.set(name, value);
    }
    return new ListQuery(path, kind, other, sort);
  }

  /** The same question asked of another page. */
  ListQuery at(String other) {
    return new ListQuery(other, kind, filters, sort);
  }

  String href() {
    return address(path, filters, sort);
  }

  String sorted(String by) {
    return address(path, filters, by);
  }

  /** Another rendering of the same list, such as its export. */
  String below(String step) {
    return address(path + step, filters, sort);
  }

  String after(String cursor) {
    return UriComponentsBuilder.fromUriString(address(path, filters, sort))
        .queryParam("cursor", "{cursor}")
        .encode()
        .buildAndExpand(Map.of("cursor", cursor))
        .toUriString();
  }

  private static String address(String path, MultiValueMap<String, String> filters, String sort) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    List<Object> values = new ArrayList<>();
    filters.forEach(
        (name, all) ->
            all.forEach(
                value -> {
                  address.queryParam(name, "{v" + values.size() + "}");
                  values.add(value);
                }));
    if (!sort.isEmpty()) {
      address.queryParam(SORT, "{v" + values.size() + "}");
      values.add(sort);
    }
    return address.encode().buildAndExpand(values.toArray()).toUriString();
  }
}
