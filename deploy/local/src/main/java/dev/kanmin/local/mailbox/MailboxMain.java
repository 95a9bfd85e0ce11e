package dev.kanmin.local.mailbox;

import dev.kanmin.infrastructure.ParentWatch;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import org.subethamail.smtp.helper.SimpleMessageListenerAdapter;
import org.subethamail.smtp.server.SMTPServer;

/** The mailbox as a process of its own. */
final class MailboxMain {
  private MailboxMain() {}

  /**
   * @param arguments port for SMTP and port of the page, both on 127.0.0.1
   */
  public static void main(String[] arguments) throws IOException {
    ParentWatch.follow();
    var mails = new Mails(Clock.systemUTC());
    smtp(Integer.parseInt(arguments[0]), mails).start();
    MailPages.open(Integer.parseInt(arguments[1]), mails);
  }

  static SMTPServer smtp(int port, Mails mails) {
    return SMTPServer.port(port)
        .bindAddress(InetAddress.getLoopbackAddress())
        .hostName("localhost")
        .messageHandlerFactory(new SimpleMessageListenerAdapter(mails))
        .build();
  }
}
