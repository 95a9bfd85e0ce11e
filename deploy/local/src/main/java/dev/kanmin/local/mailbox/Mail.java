package dev.kanmin.local.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail as it is shown.
 *
 * @param number counted from 1 since the start
 * @param to whom the sender's program named as recipient
 * @param text its first part of plain text
 */
record Mail(
    int number, Instant at, String from, String to, String subject, String id, String text) {

  static Mail read(int number, Instant at, String from, String to, byte[] data) {
    try {
      var message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
      return new Mail(
          number,
          at,
          from,
          to,
          Optional.ofNullable(message.getSubject()).orElse("(no subject)"),
          Optional.ofNullable(message.getMessageID()).orElse(""),
          plain(message).orElse("(no text)"));
    } catch (MessagingException | IOException | RuntimeException unreadable) {
      // whatever was sent is shown; it is what somebody wants to see who looks for a fault
      return new Mail(number, at, from, to, "(unreadable)", "", unreadable.toString());
    }
  }

  private static Optional<String> plain(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/plain") && part.getContent() instanceof String text) {
      return Optional.of(text);
    }
    if (part.getContent() instanceof MimeMultipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        Optional<String> found = plain(parts.getBodyPart(i));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
