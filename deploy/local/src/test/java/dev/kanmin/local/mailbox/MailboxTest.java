package dev.kanmin.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.infrastructure.Ports;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subethamail.smtp.server.SMTPServer;

class MailboxTest {
  private final Mails mails = new Mails(Clock.systemUTC());
  private final int port = Ports.free();
  private final HttpClient http = HttpClient.newHttpClient();
  private SMTPServer smtp;
  private MailPages pages;

  @BeforeEach
  void open() throws IOException {
    smtp = MailboxMain.smtp(port, mails);
    smtp.start();
    pages = MailPages.open(0, mails);
  }

  @AfterEach
  void close() {
    pages.close();
    smtp.stop();
  }

  @Test
  void a_mail_that_is_sent_is_shown_and_its_markup_stays_text() throws Exception {
    send("【官民】<script>新着</script>", "本文 <b>1</b>\r\nhttp://127.0.0.1:8080/records/x\r\n");
    assertThat(get("/").body()).contains("officer@sample.example", "&lt;script&gt;新着");
    assertThat(get("/1").body())
        .contains("本文 &lt;b&gt;1", "<a href=\"http://127.0.0.1:8080/records/x\"")
        .doesNotContain("<script>");
    assertThat(get("/2").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var address = URI.create("http://127.0.0.1:" + pages.port() + path);
    return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private void send(String subject, String text) throws MessagingException {
    var properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(port));
    var message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("kanmin@sample.example"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress("officer@sample.example"));
    message.setSubject(subject, "UTF-8");
    message.setText(text, "UTF-8");
    Transport.send(message);
  }
}
