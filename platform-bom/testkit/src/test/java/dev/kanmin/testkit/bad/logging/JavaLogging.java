package dev.kanmin.testkit.bad.logging;

import java.util.logging.Logger;

public final class JavaLogging {
  private static final Logger LOG = Logger.getLogger("bad");

  private JavaLogging() {}

  public static void say(String text) {
    LOG.info(text);
  }
}
