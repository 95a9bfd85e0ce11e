package dev.kanmin.gateway.owner;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param status of HTTP; 503 if it did not answer at all
 * @param body JSON, missing if there was none
 * @param version its ETag
 * @param events references of the events that a command led to
 */
public record Reply(int status, JsonNode body, Optional<String> version, List<String> events) {
  public boolean isGood() {
    return status >= 200 && status < 300;
  }

  /** Whether the command may have had its effect all the same: the same may be sent again. */
  public boolean isUncertain() {
    return status >= 500;
  }

  /** The last part of the problem's type: which rule refused. */
  public String problem() {
    String type = body.path("type").asString("");
    return type.substring(type.lastIndexOf('/') + 1);
  }

  public String detail() {
    return body.path("detail").asString("");
  }
}
