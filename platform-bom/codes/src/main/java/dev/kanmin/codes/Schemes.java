package dev.kanmin.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The schemes of development co-operation, retired ones too, each with its steps. */
public final class Schemes {
  private static final List<Scheme> ALL =
      CodeLists.list(CodeLists.SCHEMES).entries().stream().map(Scheme::of).toList();
  private static final Map<String, Scheme> BY_CODE =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Scheme::code, Function.identity()));

  private Schemes() {}

  public static List<Scheme> all() {
    return ALL;
  }

  /** The schemes under which a new activity may be entered on that day. */
  public static List<Scheme> openToNewOn(LocalDate day) {
    return ALL.stream().filter(scheme -> scheme.isOpenToNewOn(day)).toList();
  }

  public static Optional<Scheme> find(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /**
   * The listed one of that code.
   *
   * @throws IllegalArgumentException if there is no such scheme
   */
  public static Scheme require(String code) {
    return find(CodeLists.list(CodeLists.SCHEMES).require(code).code()).orElseThrow();
  }
}
