package dev.kanmin.proof;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody who opens the first page, is led to the issuer's form, fills it in and comes back. */
final class SignIn {
  private static final Pattern TOKEN =
      Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private SignIn() {}

  /** What went wrong; empty when the page was shown in the end. */
  static Optional<String> attempt(LocalSystem system, String address, String user) {
    try (var browser = browser(InetAddress.getByName(address))) {
      return enter(browser, system, user);
    } catch (IOException e) {
      return Optional.of(e.toString());
    }
  }

  /** Somebody who keeps cookies. */
  static HttpClient browser(InetAddress address) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .localAddress(address)
        .cookieHandler(new CookieManager())
        .followRedirects(Redirect.NORMAL)
        .connectTimeout(PATIENCE)
        .build();
  }

  /** What went wrong; empty when the browser's cookies now open the pages. */
  static Optional<String> enter(HttpClient browser, LocalSystem system, String user) {
    try {
      var form =
          send(
              browser,
              HttpRequest.newBuilder(URI.create(system.gateway() + "/")).timeout(PATIENCE));
      var token = TOKEN.matcher(form.body());
      if (form.statusCode() != 200 || !token.find()) {
        return Optional.of("the way to the form answered " + form.statusCode());
      }
      var page =
          send(
              browser,
              HttpRequest.newBuilder(form.uri().resolve("/login"))
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      BodyPublishers.ofString(
                          "username=%s&password=kanmin-local&%s=%s"
                              .formatted(user, token.group(1), token.group(2)))));
      return page.statusCode() == 200 && page.uri().toString().startsWith(system.gateway())
          ? Optional.empty()
          : Optional.of("%s answered %d".formatted(page.uri(), page.statusCode()));
    } catch (IOException e) {
      return Optional.of(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(e.toString());
    }
  }

  /** Asks for a page, or sends a form. */
  static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return browser.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
  }
}
