package dev.kanmin.local.mailbox;

import dev.kanmin.infrastructure.ChildProcess;
import dev.kanmin.infrastructure.Ports;
import dev.kanmin.infrastructure.SmallProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The process of the local mailbox. */
public final class Mailbox {
  private static final Duration START_PATIENCE = Duration.ofMinutes(1);
  private static final int HEAP_MEGABYTES = 48;

  private final int smtp;
  private final int page;
  private final Path log;
  private volatile ChildProcess process;

  private Mailbox(int smtp, int page, Path log) {
    this.smtp = smtp;
    this.page = page;
    this.log = log;
    this.process = launch();
  }

  /**
   * Starts it and returns when it takes mails.
   *
   * @param smtp port for mails
   * @param page port of the page that shows them
   */
  public static Mailbox start(int smtp, int page, Path log) {
    return new Mailbox(smtp, page, log);
  }

  /** Address of the page. */
  public String url() {
    return "http://127.0.0.1:" + page;
  }

  public ChildProcess process() {
    return process;
  }

  public void restart() {
    process.close();
    process = launch();
  }

  private ChildProcess launch() {
    ChildProcess child =
        SmallProgram.start(
            "mailbox",
            MailboxMain.class.getName(),
            HEAP_MEGABYTES,
            List.of(Integer.toString(smtp), Integer.toString(page)),
            log);
    child.awaitReady(START_PATIENCE, () -> Ports.isServed(smtp) && Ports.isServed(page));
    return child;
  }
}
