package dev.kanmin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code make -s token AGENCY=jica}: a token of an agency's demo client, and nothing else, on the
 * standard output.
 */
final class Token {
  private static final String DEMO_SECRET = "kanmin-local";

  private Token() {}

  static void print(Workspace workspace, String client) {
    if (client.isBlank()) {
      throw new IllegalStateException(
          "whose token? For example: make -s token AGENCY=jica (or analyst, operations)");
    }
    Console.say(ask(RunState.ofRunning(workspace).issuer(), client));
  }

  /** A token of that client. */
  static String ask(String issuer, String client) {
    var basic =
        Base64.getEncoder()
            .encodeToString((client + ":" + DEMO_SECRET).getBytes(StandardCharsets.UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 401) {
        throw new IllegalStateException(
            "no demo client is called "
                + client
                + "; there are jica, jetro, meti and the other agencies, analyst, operations");
      }
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "the issuer answered " + answer.statusCode() + ": " + answer.body());
      }
      return JsonMapper.shared().readTree(answer.body()).required("access_token").asString();
    } catch (IOException e) {
      throw new UncheckedIOException("the issuer at " + issuer + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
