package dev.kanmin.local.mailbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows mails: a list, the newest first, and each by its number. */
final class MailPages implements AutoCloseable {
  private static final Pattern ONE = Pattern.compile("/([1-9][0-9]{0,8})");
  private static final Pattern LINK = Pattern.compile("https?://[A-Za-z0-9./:_~?=&amp;%-]+");

  private final HttpServer server;
  private final Mails mails;

  private MailPages(HttpServer server, Mails mails) {
    this.server = server;
    this.mails = mails;
  }

  /**
   * @param port on 127.0.0.1; 0 for any
   */
  static MailPages open(int port, Mails mails) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var pages = new MailPages(HttpServer.create(address, 0), mails);
    pages.server.createContext("/", pages::answer);
    pages.server.start();
    return pages;
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Matcher one = ONE.matcher(path);
      Optional<String> page =
          path.equals("/")
              ? Optional.of(list(mails.newestFirst()))
              : one.matches()
                  ? mails.find(Integer.parseInt(one.group(1))).map(MailPages::one)
                  : Optional.empty();
      byte[] body = page.orElse("There is no such mail.").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      // what others wrote runs no script here, whatever it is
      exchange
          .getResponseHeaders()
          .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
      exchange.sendResponseHeaders(page.isPresent() ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String list(List<Mail> mails) {
    return page(
        "Mailbox of the local run",
        "<p>%d mails; none of them left this machine.</p><table><tr><th>Time<th>To<th>Subject</tr>%s</table>"
            .formatted(
                mails.size(),
                mails.stream()
                    .map(
                        mail ->
                            "<tr><td>%s<td>%s<td><a href=\"/%d\">%s</a></tr>"
                                .formatted(
                                    mail.at(),
                                    escaped(mail.to()),
                                    mail.number(),
                                    escaped(mail.subject())))
                    .collect(Collectors.joining())));
  }

  private static String one(Mail mail) {
    String text =
        LINK.matcher(escaped(mail.text()))
            .replaceAll(link -> Matcher.quoteReplacement(anchor(link.group())));
    return page(
        escaped(mail.subject()),
        "<p><a href=\"/\">All mails</a><p>%s → %s, %s<br><small>%s</small></p><pre>%s</pre>"
            .formatted(
                escaped(mail.from()), escaped(mail.to()), mail.at(), escaped(mail.id()), text));
  }

  private static String anchor(String address) {
    return "<a href=\"%s\" rel=\"noreferrer\">%s</a>".formatted(address, address);
  }

  private static String page(String title, String body) {
    return """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s</title>
        <style>body{font:16px sans-serif;margin:2em;max-width:70em}td,th{text-align:left;padding:.3em 1em .3em 0}pre{white-space:pre-wrap}</style>
        </head><body><h1>%s</h1>%s</body></html>
        """
        .formatted(title, title, body);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
