package dev.kanmin.codes.services;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.regex.Pattern;

/**
 * A request that moves files, written {@code POST /v1/activities/import}.
 *
 * @param method of HTTP, in upper case
 */
public record Transfer(String method, String path) {
  private static final Pattern WRITTEN = Pattern.compile("(GET|POST|PUT) (/\\S+)");

  /**
   * Reads it as it is written.
   *
   * @throws IllegalArgumentException unless it is method and path
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Transfer of(String text) {
    var written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new IllegalArgumentException(
          "transfers: '" + text + "' is not method and path, such as GET /v1/activities/export");
    }
    return new Transfer(written.group(1), written.group(2));
  }

  /** Whether a file comes in, so that there is no answer before all of it is read. */
  public boolean isUpload() {
    return !method.equals("GET");
  }
}
