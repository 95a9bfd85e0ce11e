package dev.kanmin.odalinkage.iati;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of one file. Those of the standard are shared by all trees; those that are not are
 * counted, because the parser keeps every different one until the file ends.
 */
final class Names {

  private static final int LONGEST = 500;
  private static final int MOST = 2_000;
  private static final Map<String, IatiName> STANDARD = ActivitySchema.names();

  private final Set<String> others = new HashSet<>();
  private final Map<String, IatiName> extensions = new HashMap<>();

  IatiName of(@Nullable String namespace, @Nullable String prefix, String local, XmlCursor cursor)
      throws UnreadableFile {
    if (namespace == null || namespace.isEmpty()) {
      IatiName known = STANDARD.get(local);
      if (known != null) {
        return known;
      }
      check(local, cursor);
      return IatiName.of(local);
    }
    String written = prefix == null || prefix.isEmpty() ? "" : prefix;
    IatiName last = extensions.get(local);
    if (last != null && last.namespace().equals(namespace) && last.prefix().equals(written)) {
      return last;
    }
    check(local, cursor);
    IatiName name = new IatiName(namespace, written, local);
    extensions.put(local, name);
    return name;
  }

  /** Counts a name that is not of the standard. */
  void check(String name, XmlCursor cursor) throws UnreadableFile {
    if (name.length() > LONGEST) {
      throw cursor.refused(
          FaultCode.TOO_LARGE,
          "A name is longer than the " + LONGEST + " characters that are accepted; shorten it.");
    }
    if (others.add(name) && others.size() > MOST) {
      throw cursor.refused(
          FaultCode.TOO_LARGE,
          "The file has more than "
              + MOST
              + " different names that are not of the standard; divide it.");
    }
  }
}
