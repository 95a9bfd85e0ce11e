package dev.kanmin.gateway.limit;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * What a kind of request costs its client, in units of about a millisecond of one processor, all
 * services together; and how many of the kind one client may have under way.
 */
public enum Toll {
  /** Ready bytes: views, codes, status. */
  READY(1, 64),
  /** A description of all services, ready too, but of more than a mebibyte. */
  DOCUMENT(10, 4),
  /** A page of the feed; up to a mebibyte waits for whoever asked. */
  FEED(4, 4),
  /** The feed as it comes. What older parts of it cost is paid as they are read. */
  STREAM(5, 100),
  /** What an open page is told. */
  LIVE(2, 20),
  /** A page for people. */
  PAGE(6, 16),
  /** Steps of signing in, of which one asks the issuer; paid by the address. */
  SIGN_IN(10, 16),
  /** A command, or what is looked for: in a service, or among all cards. */
  SERVICE(10, 8),
  /** A whole data set. */
  EXPORT(50, 2),
  /** A file of any size. A service takes two at a time, of different agencies. */
  IMPORT(50, 1);

  private static final int ENOUGH_STEPS = 3;

  private final int units;
  private final int atOnce;

  Toll(int units, int atOnce) {
    this.units = units;
    this.atOnce = atOnce;
  }

  /** Kebab case, as policies are named. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  int units() {
    return units;
  }

  int atOnce() {
    return atOnce;
  }

  /** The kind of a request; read from the decoded path, as routes read it. */
  static Toll of(ServerHttpRequest request) {
    List<String> steps =
        request.getPath().pathWithinApplication().elements().stream()
            .filter(PathSegment.class::isInstance)
            .map(segment -> ((PathSegment) segment).valueToMatch())
            .limit(ENOUGH_STEPS)
            .toList();
    String first = steps.isEmpty() ? "" : steps.getFirst();
    String second = steps.size() < 2 ? "" : steps.get(1);
    String third = steps.size() < ENOUGH_STEPS ? "" : steps.get(2);
    return switch (first) {
      case "v1" -> ofApi(second, third, request.getMethod());
      case "live" -> LIVE;
      case "assets", "schemas", "status" -> READY;
      case "docs" -> second.equals("swagger-ui") ? READY : PAGE;
      case "search" -> SERVICE;
      case "oauth2", "login" -> SIGN_IN;
      case "openapi.yaml", "openapi.json", "asyncapi.yaml", "v3" -> DOCUMENT;
      default -> PAGE;
    };
  }

  private static Toll ofApi(String collection, String what, HttpMethod method) {
    return switch (collection) {
      case "cells", "codes" -> READY;
      case "feed" -> what.equals("stream") ? STREAM : FEED;
      default -> {
        if (what.equals("import") && method.equals(HttpMethod.POST)) {
          yield IMPORT;
        }
        yield what.equals("export") ? EXPORT : SERVICE;
      }
    };
  }
}
