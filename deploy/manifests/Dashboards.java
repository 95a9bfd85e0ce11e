import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Grafana's files, from the list of panels. */
final class Dashboards {
  static final Path LIST = Path.of("deploy/observe/dashboards.yaml");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** Of Grafana's grid, which is 24 wide. */
  private static final int WIDTH = 12;

  private static final int HEIGHT = 8;

  private Dashboards() {}

  static List<Map<String, Object>> list() throws IOException {
    var reader = new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions()));
    List<?> dashboards = reader.load(Files.readString(LIST));
    return dashboards.stream().map(Yaml::map).toList();
  }

  static Map<String, String> all() throws IOException {
    var files = new LinkedHashMap<String, String>();
    for (var dashboard : list()) {
      var name = Yaml.text(dashboard, "name");
      files.put(
          "deploy/observe/dashboards/" + name + ".json",
          JSON.writeValueAsString(written(name, dashboard)) + "\n");
    }
    return files;
  }

  private static Map<String, Object> written(String name, Map<String, Object> dashboard) {
    var panels = new ArrayList<Object>();
    for (var panel : Yaml.maps(dashboard, "panels")) {
      panels.add(panel(panels.size(), panel));
    }
    var written = new LinkedHashMap<String, Object>();
    written.put("uid", "kanmin-" + name);
    written.put("title", Yaml.text(dashboard, "title"));
    written.put("tags", List.of("kanmin"));
    written.put("schemaVersion", 39);
    written.put("editable", false);
    written.put("refresh", "30s");
    written.put("time", Map.of("from", "now-6h"));
    written.put("panels", panels);
    return written;
  }

  private static Map<String, Object> panel(int place, Map<String, Object> panel) {
    var source = new LinkedHashMap<String, Object>();
    source.put("type", "prometheus");
    source.put("uid", "prometheus");
    var targets = new ArrayList<Object>();
    Yaml.map(panel.get("lines"))
        .forEach(
            (legend, query) -> {
              var target = new LinkedHashMap<String, Object>();
              target.put("refId", Character.toString((char) ('A' + targets.size())));
              target.put("datasource", source);
              target.put("expr", query);
              target.put("legendFormat", legend);
              targets.add(target);
            });
    var grid = new LinkedHashMap<String, Object>();
    grid.put("x", place % 2 * WIDTH);
    grid.put("y", place / 2 * HEIGHT);
    grid.put("w", WIDTH);
    grid.put("h", HEIGHT);
    var written = new LinkedHashMap<String, Object>();
    written.put("id", place + 1);
    written.put("type", "timeseries");
    written.put("title", Yaml.text(panel, "title"));
    written.put("datasource", source);
    written.put("gridPos", grid);
    written.put("fieldConfig", Map.of("defaults", Map.of("unit", Yaml.text(panel, "unit"))));
    written.put("targets", targets);
    return written;
  }
}
