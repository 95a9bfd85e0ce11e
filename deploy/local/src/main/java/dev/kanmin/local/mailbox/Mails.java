package dev.kanmin.local.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.subethamail.smtp.helper.SimpleMessageListener;

/** The newest mails, in memory: they end with the run. */
final class Mails implements SimpleMessageListener {
  private static final int MOST = 500;

  private final Deque<Mail> newestFirst = new ArrayDeque<>();
  private final Clock clock;
  private int taken;

  Mails(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean accept(String from, String recipient) {
    return true;
  }

  @Override
  public void deliver(String from, String recipient, InputStream data) throws IOException {
    byte[] bytes = data.readAllBytes();
    synchronized (this) {
      newestFirst.addFirst(Mail.read(++taken, clock.instant(), from, recipient, bytes));
      if (newestFirst.size() > MOST) {
        newestFirst.removeLast();
      }
    }
  }

  synchronized List<Mail> newestFirst() {
    return List.copyOf(newestFirst);
  }

  synchronized Optional<Mail> find(int number) {
    return newestFirst.stream().filter(mail -> mail.number() == number).findFirst();
  }
}
