package dev.kanmin.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The part of {@code make check} that looks at the poms: one place for versions, one list of
 * modules.
 */
public final class PomCheck {
  private static final Path VERSIONS = Path.of("platform-bom", "pom.xml");
  private static final Pattern DEPENDENCY_OR_PLUGIN =
      Pattern.compile("<(dependency|plugin)>(?:(?!</\\1>).)*?<version>", Pattern.DOTALL);
  private static final List<String> FOLDERS = List.of("platform-bom", "services", "deploy");

  private PomCheck() {}

  public static void main(String[] arguments) throws IOException {
    var faults = faults(Path.of("").toAbsolutePath());
    // not through Console, which knows the services: this runs from its source, without libraries
    faults.forEach(fault -> System.err.println("kanmin: " + fault));
    if (!faults.isEmpty()) {
      System.exit(1);
    }
  }

  /** One sentence per fault; empty when all is well. */
  static List<String> faults(Path root) throws IOException {
    var modules = ReactorModules.in(root);
    var faults = new ArrayList<String>();
    for (var pom : poms(root)) {
      var module = pom.getParent() == null ? "" : pom.getParent().toString().replace('\\', '/');
      if (!modules.contains(module)) {
        faults.add(module + " is not in the list of modules in the root pom.xml");
      }
      if (!pom.equals(VERSIONS)
          && DEPENDENCY_OR_PLUGIN.matcher(Files.readString(root.resolve(pom))).find()) {
        faults.add(pom + " gives a version: versions stand in " + VERSIONS + " alone");
      }
    }
    return faults;
  }

  private static List<Path> poms(Path root) throws IOException {
    var poms = new ArrayList<Path>();
    for (var folder : FOLDERS) {
      try (Stream<Path> files =
          Files.find(root.resolve(folder), 2, (file, attributes) -> file.endsWith("pom.xml"))) {
        files.map(root::relativize).sorted().forEach(poms::add);
      }
    }
    return poms;
  }
}
