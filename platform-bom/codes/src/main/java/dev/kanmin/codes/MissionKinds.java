package dev.kanmin.codes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of missions (派遣・招聘・商談会等), with what applies to each as data. */
public final class MissionKinds {
  private static final List<MissionKind> ALL =
      CodeLists.list(CodeLists.MISSION_KINDS).entries().stream().map(MissionKind::of).toList();
  private static final Map<String, MissionKind> BY_CODE =
      ALL.stream().collect(Collectors.toUnmodifiableMap(MissionKind::code, Function.identity()));

  private MissionKinds() {}

  public static List<MissionKind> all() {
    return ALL;
  }

  public static Optional<MissionKind> find(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /**
   * The listed one of that code.
   *
   * @throws IllegalArgumentException if there is no such kind
   */
  public static MissionKind require(String code) {
    return find(CodeLists.list(CodeLists.MISSION_KINDS).require(code).code()).orElseThrow();
  }
}
