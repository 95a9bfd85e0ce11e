package dev.kanmin.controltower.page;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.controltower.counting.Scope;
import dev.kanmin.controltower.fiscal.FiscalYears;
import dev.kanmin.web.Reader;
import dev.kanmin.web.overview.Saying;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a page is to show. Whatever is absent does not restrict it.
 *
 * @param fiscalYear begins on 1 April of that year; absent for the one that runs
 */
public record Wanted(
    Optional<CountryCode> country,
    Optional<Field> field,
    Optional<AgencyCode> agency,
    Optional<Integer> fiscalYear) {

  /** Records of one kind that a page looks at, at most. */
  public static final int MOST = 500;

  public int year(Reader reader) {
    return fiscalYear.orElseGet(() -> FiscalYears.of(FiscalYears.day(reader.at())));
  }

  /** Whether something of that scope says something of the place: it is in it, or around it. */
  public boolean isAbout(Scope scope) {
    return agrees(country, scope.country()) && agrees(field, scope.field());
  }

  private static <T> boolean agrees(Optional<T> one, Optional<T> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  /** Of what the page is, in words. */
  public String place(Saying saying) {
    return place(new Scope(country, field), saying);
  }

  /** A place in words. */
  public static String place(Scope scope, Saying saying) {
    return scope.country().isEmpty() && scope.field().isEmpty()
        ? saying.of("全体", "All")
        : Stream.of(scope.country().map(saying::country), scope.field().map(saying::field))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" × "));
  }
}
