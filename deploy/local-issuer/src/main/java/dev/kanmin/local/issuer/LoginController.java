package dev.kanmin.local.issuer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The sign-in page, which says what it is. */
@RestController
class LoginController {
  private final DemoUsers users;
  private final String page;

  LoginController(DemoUsers users) throws IOException {
    this.users = users;
    this.page = new ClassPathResource("login.html").getContentAsString(StandardCharsets.UTF_8);
  }

  @GetMapping(
      path = IssuerConfiguration.LOGIN,
      produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  String page(CsrfToken csrf, @RequestParam(required = false) @Nullable String error) {
    var options =
        users.names().stream()
            .map(name -> "<option value=\"" + HtmlUtils.htmlEscape(name) + "\">")
            .collect(Collectors.joining());
    return page.replace("{{secret}}", DemoUsers.SECRET)
        .replace("{{hideError}}", error == null ? " hidden" : "")
        .replace("{{csrfName}}", HtmlUtils.htmlEscape(csrf.getParameterName()))
        .replace("{{csrfToken}}", HtmlUtils.htmlEscape(csrf.getToken()))
        .replace("{{users}}", options);
  }
}
