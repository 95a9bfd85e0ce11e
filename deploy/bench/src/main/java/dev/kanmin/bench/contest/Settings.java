package dev.kanmin.bench.contest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a contestant is told when it starts: arguments of the form {@code name=value}. */
public record Settings(Map<String, String> values) {

  public static Settings parse(List<String> arguments) {
    var values = new LinkedHashMap<String, String>();
    for (var argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("not of the form name=value: " + argument);
      }
      values.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return new Settings(values);
  }

  /**
   * The value of a setting.
   *
   * @throws IllegalArgumentException naming it when it was not given
   */
  public String text(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the setting " + name + " is missing");
    }
    return value;
  }

  public int number(String name) {
    return Integer.parseInt(text(name));
  }
}
