package dev.kanmin.marketintelligence.watch;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of watches.
 *
 * @param from address that mails come from
 * @param site where the gateway is found by readers, without a slash at its end: links in mails
 *     lead there
 * @param gap between two mails of one watch that tells at once; what comes meanwhile goes together
 * @param atOnce mails that are on their way to the mail server at the same time, 1 or more
 */
@ConfigurationProperties("watches")
record WatchProperties(String from, URI site, Duration gap, int atOnce) {
  WatchProperties {
    if (atOnce < 1 || gap.isNegative() || site.toString().endsWith("/")) {
      throw new IllegalArgumentException(
          "watches.at-once is 1 or more, watches.gap not negative, and watches.site ends without /");
    }
  }
}
