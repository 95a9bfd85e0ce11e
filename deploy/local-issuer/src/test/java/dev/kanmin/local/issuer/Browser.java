package dev.kanmin.local.issuer;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.regex.Pattern;

/** What browsers and programs send to the issuer; keeps cookies, follows nothing. */
final class Browser {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

  private final URI issuer;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  Browser(URI issuer) {
    this.issuer = issuer;
  }

  HttpResponse<String> get(String path) {
    return send(
        HttpRequest.newBuilder(issuer.resolve(path))
            .header("Accept", "text/html,application/json"));
  }

  HttpResponse<String> post(String path, String user, String password, String form) {
    var basic =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return send(form(path, form).header("Authorization", "Basic " + basic));
  }

  HttpResponse<String> askForProgramToken(String client, String secret) {
    return post("/oauth2/token", client, secret, "grant_type=client_credentials");
  }

  String programToken(String client, String secret) {
    return accessToken(askForProgramToken(client, secret));
  }

  void signIn(String user, String password) {
    var page = CSRF.matcher(get("/login").body());
    if (!page.find()) {
      throw new AssertionError("the sign-in page has no CSRF token");
    }
    var form = "username=%s&password=%s&_csrf=%s".formatted(user, password, page.group(1));
    var answer = send(form("/login", form));
    var target = answer.headers().firstValue("Location").orElse("");
    if (answer.statusCode() != 302 || target.contains("error")) {
      throw new AssertionError("signing in answered " + answer.statusCode() + " to " + target);
    }
  }

  static String authorization(String callback, String scopes, String more) {
    return "/oauth2/authorize?response_type=code&client_id=kanmin-web&state=s&redirect_uri=%s&scope=%s%s"
        .formatted(encode(callback), encode(scopes), more);
  }

  String authorize(String callback, String scopes, String more) {
    var answer = get(authorization(callback, scopes, more));
    var code = CODE.matcher(answer.headers().firstValue("Location").orElse(""));
    if (!code.find()) {
      throw new AssertionError("no code: " + answer.statusCode() + " " + answer.headers().map());
    }
    return code.group(1);
  }

  String redeem(String code, String callback, String verifier) {
    var form =
        "grant_type=authorization_code&client_id=kanmin-web&code=%s&redirect_uri=%s&code_verifier=%s"
            .formatted(code, encode(callback), verifier);
    return accessToken(send(form("/oauth2/token", form)));
  }

  private HttpRequest.Builder form(String path, String form) {
    return HttpRequest.newBuilder(issuer.resolve(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form));
  }

  private static String accessToken(HttpResponse<String> answer) {
    try {
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      return JSONObjectUtils.getString(JSONObjectUtils.parse(answer.body()), "access_token");
    } catch (ParseException e) {
      throw new IllegalStateException("not JSON: " + answer.body(), e);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
