package dev.kanmin.marketintelligence.watch;

import dev.kanmin.marketintelligence.watch.Deliveries.Fault;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Hands mails to the mail server of {@code spring.mail.*}. */
@Component
class MailDoor {
  private final Optional<JavaMailSender> server;
  private final WatchProperties properties;

  MailDoor(ObjectProvider<JavaMailSender> server, WatchProperties properties) {
    this.server = Optional.ofNullable(server.getIfAvailable());
    this.properties = properties;
  }

  /** Empty once the server has taken it; else why it did not. Never says whom it was for. */
  Mono<Optional<Fault>> send(WatchMail mail) {
    return server
        .map(
            there ->
                Mono.fromCallable(() -> send(there, mail)).subscribeOn(Schedulers.boundedElastic()))
        .orElseGet(() -> Mono.just(Optional.of(Fault.NO_MAIL_SERVER)));
  }

  private Optional<Fault> send(JavaMailSender there, WatchMail mail) {
    try {
      there.send(message(there.createMimeMessage(), mail));
      return Optional.empty();
    } catch (MailException | MessagingException failure) {
      return Optional.of(fault(failure));
    }
  }

  private MimeMessage message(MimeMessage message, WatchMail mail) throws MessagingException {
    var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
    helper.setFrom(properties.from());
    helper.setTo(mail.to());
    helper.setSubject(mail.subject());
    helper.setText(mail.text());
    message.setHeader("Message-ID", "<" + mail.id() + "@kanmin.watches>");
    message.setHeader("Auto-Submitted", "auto-generated");
    // RFC 8058: the reader's program ends the mails with one press
    message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
    message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    return message;
  }

  /** A server that says that there is no such mailbox will say so again. */
  static Fault fault(Exception failure) {
    boolean refused =
        causes(failure)
            .anyMatch(
                it ->
                    it instanceof SendFailedException sending
                        && sending.getInvalidAddresses() != null
                        && sending.getInvalidAddresses().length > 0);
    if (refused) {
      return Fault.REFUSED;
    }
    return causes(failure).anyMatch(IOException.class::isInstance)
        ? Fault.NO_MAIL_SERVER
        : Fault.REFUSED_FOR_NOW;
  }

  private static Stream<Throwable> causes(Throwable failure) {
    Stream<Throwable> own = Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    return failure instanceof MailSendException sending
        ? Stream.concat(
            own,
            Stream.of(sending.getMessageExceptions())
                .flatMap(
                    it -> Stream.iterate((Throwable) it, Objects::nonNull, Throwable::getCause)))
        : own;
  }
}
