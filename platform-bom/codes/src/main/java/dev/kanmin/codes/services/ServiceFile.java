package dev.kanmin.codes.services;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@code services.yaml}. Every entry says everything: what is missing, misspelt or not
 * possible is a fault, told with its line.
 */
final class ServiceFile {
  private static final String NAME = "services.yaml";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private ServiceFile() {}

  static ServiceList ofClassPath() {
    try (InputStream content = ServiceFile.class.getResourceAsStream("/" + NAME)) {
      if (content == null) {
        throw new IllegalStateException("the class path lacks " + NAME);
      }
      return read(new String(content.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + NAME, e);
    }
  }

  /**
   * Reads the content of the file.
   *
   * @throws IllegalStateException naming the line at fault
   */
  static ServiceList read(String yaml) {
    var root = compose(yaml);
    try {
      return JSON.convertValue(plain(root), ServiceList.class);
    } catch (JacksonException e) {
      throw fault(line(root, e.getPath()), reason(e), e);
    }
  }

  private static Node compose(String yaml) {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml));
    } catch (MarkedYAMLException e) {
      throw fault(e.getProblemMark().getLine(), e.getProblem(), e);
    }
  }

  /** As maps, lists and texts; numbers are read from their texts. */
  private static Object plain(Node node) {
    return switch (node) {
      case MappingNode mapping -> {
        var map = new LinkedHashMap<String, Object>();
        for (var entry : mapping.getValue()) {
          if (map.put(key(entry), plain(entry.getValueNode())) != null) {
            throw fault(
                lineOf(entry.getKeyNode()),
                key(entry) + " is there twice",
                new IllegalArgumentException());
          }
        }
        yield map;
      }
      case SequenceNode sequence -> sequence.getValue().stream().map(ServiceFile::plain).toList();
      case ScalarNode scalar -> scalar.getValue();
      default -> throw new IllegalArgumentException("an alias of nothing");
    };
  }

  private static String key(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** Where the deepest part of the path stands that the file has. */
  private static int line(Node root, List<JacksonException.Reference> path) {
    Node at = root;
    for (var step : path) {
      at = child(at, step);
    }
    return lineOf(at);
  }

  private static Node child(Node node, JacksonException.Reference step) {
    return switch (node) {
      case SequenceNode sequence when step.getIndex() >= 0 ->
          sequence.getValue().get(step.getIndex());
      case MappingNode mapping ->
          mapping.getValue().stream()
              .filter(entry -> key(entry).equals(step.getPropertyName()))
              .map(NodeTuple::getValueNode)
              .findFirst()
              .orElse(mapping);
      default -> node;
    };
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine();
  }

  /** What one of our own checks says; else what the reader missed. */
  private static String reason(JacksonException failure) {
    return failure.getCause() instanceof IllegalArgumentException check
        ? String.valueOf(check.getMessage())
        : failure.getOriginalMessage();
  }

  private static IllegalStateException fault(int line, String reason, Exception cause) {
    // marks count from 0
    return new IllegalStateException("%s, line %d: %s".formatted(NAME, line + 1, reason), cause);
  }
}
