package dev.kanmin.gateway.page;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A browser as far as HTTP goes: it keeps cookies and follows redirects only when told. */
final class Browser {
  private static final Pattern CSRF =
      Pattern.compile("<input type=\"hidden\" name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String base;
  private final List<String> cookies = new ArrayList<>();

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

  /** What is saved as a file. */
  byte[] file(String path) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(base).resolve(path)).build(),
            BodyHandlers.ofByteArray())
        .body();
  }

  /** Opens a stream; its lines are read as they come, until its end. */
  HttpResponse<Stream<String>> listen(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(base).resolve(path)).build(), BodyHandlers.ofLines());
  }

  /** Every {@code Set-Cookie} that it was sent. */
  List<String> cookies() {
    return List.copyOf(cookies);
  }

  HttpResponse<String> post(String path, String name, String value) {
    var form = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    return send(
        HttpRequest.newBuilder(URI.create(base).resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** Sends a form; names and values in turn, a name as often as it has values. */
  HttpResponse<String> submit(String path, List<String> form) {
    return submit(path, form, base);
  }

  /** The same from a page of that origin. */
  HttpResponse<String> submit(String path, List<String> form, String origin) {
    var body = new StringBuilder();
    for (int at = 0; at < form.size(); at += 2) {
      body.append(at == 0 ? "" : "&")
          .append(URLEncoder.encode(form.get(at), StandardCharsets.UTF_8))
          .append('=')
          .append(URLEncoder.encode(form.get(at + 1), StandardCharsets.UTF_8));
    }
    return send(
        HttpRequest.newBuilder(URI.create(base).resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", origin)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** Sends a form with a file, as it stands, from a page of this server. */
  HttpResponse<String> upload(String path, String body, String boundary) {
    return upload(path, body, boundary, base);
  }

  /** The same from a page of that origin. */
  HttpResponse<String> upload(String path, String body, String boundary, String origin) {
    return send(
        HttpRequest.newBuilder(URI.create(base).resolve(path))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .header("Origin", origin)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
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
      var answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      cookies.addAll(answer.headers().allValues("Set-Cookie"));
      return answer;
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
