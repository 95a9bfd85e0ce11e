package dev.kanmin.directory.contact;

import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.Rule;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A person to turn to, as the agency that knows them wrote it down.
 *
 * @param about the company or counterpart, {@code cmp_…} or {@code cpt_…}
 * @param name as the person writes it
 * @param kana how it is read (フリガナ)
 * @param position in the organisation
 */
public record ContactPerson(
    String about,
    ContactRole role,
    String name,
    Optional<String> kana,
    Optional<String> position,
    Optional<String> email,
    Optional<String> phone) {
  static final Rule ILL_FORMED_ADDRESS =
      Rule.invalid("ill-formed-address", "This is no address to reach anybody at");

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ADDRESS = 254;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@.]+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{4,30}");

  /** Refuses what cannot be, with its place; never quotes what was given. */
  void check() {
    Checks.text(name, LONGEST_NAME, "/name");
    kana.ifPresent(it -> Checks.text(it, LONGEST_NAME, "/kana"));
    position.ifPresent(it -> Checks.text(it, LONGEST_NAME, "/position"));
    email
        .filter(it -> it.length() > LONGEST_ADDRESS || !EMAIL.matcher(it).matches())
        .ifPresent(
            it -> {
              throw ILL_FORMED_ADDRESS.refuse("It is like office@example.jp.", "/email");
            });
    phone
        .filter(it -> !PHONE.matcher(it).matches())
        .ifPresent(
            it -> {
              throw ILL_FORMED_ADDRESS.refuse("It is like +81 3 1234 5678.", "/phone");
            });
  }
}
