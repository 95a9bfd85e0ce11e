package dev.kanmin.marketintelligence.watch;

import dev.kanmin.infrastructure.Ports;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.helper.SimpleMessageListenerAdapter;
import org.subethamail.smtp.server.SMTPServer;

/** A real mail server that keeps what it is sent, and knows nobody called nobody. */
final class Postbox implements SimpleMessageListener, AutoCloseable {
  private final int port = Ports.free();
  private final List<Letter> letters = new CopyOnWriteArrayList<>();
  private final SMTPServer server =
      SMTPServer.port(port)
          .bindAddress(InetAddress.getLoopbackAddress())
          .hostName("localhost")
          .messageHandlerFactory(new SimpleMessageListenerAdapter(this))
          .build();

  record Letter(String to, String subject, String text, String id, String unsubscribe) {}

  Postbox() {
    server.start();
  }

  int port() {
    return port;
  }

  List<Letter> letters() {
    return List.copyOf(letters);
  }

  List<Letter> lettersTo(String address) {
    return letters.stream().filter(it -> it.to().equals(address)).toList();
  }

  @Override
  public boolean accept(String from, String recipient) {
    return !recipient.startsWith("nobody@");
  }

  @Override
  public void deliver(String from, String recipient, InputStream data) throws IOException {
    try {
      var message =
          new MimeMessage(
              Session.getInstance(new Properties()), new ByteArrayInputStream(data.readAllBytes()));
      letters.add(
          new Letter(
              recipient,
              message.getSubject(),
              String.valueOf(message.getContent()),
              message.getMessageID(),
              message.getHeader("List-Unsubscribe", null)));
    } catch (MessagingException unreadable) {
      throw new UncheckedIOException(new IOException(unreadable));
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
