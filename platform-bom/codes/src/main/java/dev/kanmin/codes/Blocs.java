package dev.kanmin.codes;

import java.util.List;

/** The blocs of countries that regional programmes refer to. */
public final class Blocs {
  private static final List<Bloc> ALL =
      CodeLists.list(CodeLists.BLOCS).entries().stream().map(Bloc::of).toList();

  private Blocs() {}

  public static List<Bloc> all() {
    return ALL;
  }

  /**
   * The listed one of that code.
   *
   * @throws IllegalArgumentException if there is no such bloc
   */
  public static Bloc require(String code) {
    var listed = CodeLists.list(CodeLists.BLOCS).require(code);
    return ALL.stream().filter(bloc -> bloc.code().equals(listed.code())).findFirst().orElseThrow();
  }
}
