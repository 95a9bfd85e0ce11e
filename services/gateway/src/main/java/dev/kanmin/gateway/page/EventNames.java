package dev.kanmin.gateway.page;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** The events that have words here, by name: all that the services publish, as a test sees to. */
public final class EventNames {
  private static final String WORDS = "dev.kanmin.gateway.page.words";
  private static final String PREFIX = "event.";

  private EventNames() {}

  /** Such as {@code mission-announced}, in the order of the alphabet. */
  public static Set<String> all() {
    List<String> keys =
        Collections.list(ResourceBundle.getBundle(WORDS, Locale.JAPANESE).getKeys());
    Set<String> names = new TreeSet<>();
    for (String key : keys) {
      if (key.startsWith(PREFIX)) {
        names.add(key.substring(PREFIX.length()));
      }
    }
    return Collections.unmodifiableSet(names);
  }
}
