package dev.kanmin.gateway.page;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A browser as far as HTTP goes: it keeps cookies and follows redirects only when told. */
final class Browser {
  private static final Pattern CSRF =
      Pattern.compile("<input type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String base;

  Browser(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /** Opens a page, going wherever it is sent. */
  HttpResponse<String> open(String path, String... headers) {
    var answer = ask(path, headers);
    for (var hops = 0; answer.statusCode() == 302 && hops < 6; hops++) {
      answer = ask(location(answer), headers);
    }
    return answer;
  }

  /** One request. */
  HttpResponse<String> ask(String path, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create(base).resolve(path)).header("Accept", "text/html,*/*");
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> post(String path, String name, String value) {
    var form = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    return send(
        HttpRequest.newBuilder(URI.create(base).resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  static String csrf(HttpResponse<String> page) {
    var found = CSRF.matcher(page.body());
    if (!found.find()) {
      throw new AssertionError("the page has no CSRF token");
    }
    return found.group(1);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
