package dev.kanmin.marketintelligence.tender;

import dev.kanmin.events.aggregates.Checks;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What a tender that is entered by hand must obey. */
final class EnteredChecks {
  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_SUMMARY = 500;
  private static final int LONGEST_WORD = 200;
  private static final int LONGEST_URL = 1_000;
  private static final int MOST_FIELDS = 8;

  private EnteredChecks() {}

  static void check(EnteredTender tender) {
    Checks.text(tender.title(), LONGEST_TITLE, "/title");
    tender.summary().ifPresent(it -> Checks.text(it, LONGEST_SUMMARY, "/summary"));
    Checks.text(tender.buyer(), LONGEST_WORD, "/buyer");
    tender.reference().ifPresent(it -> Checks.text(it, LONGEST_WORD, "/reference"));
    tender.method().ifPresent(it -> Checks.text(it, LONGEST_WORD, "/method"));
    Checks.distinct(tender.fields(), MOST_FIELDS, "/fields");
    Checks.each(tender.fields(), "/fields", Checks::field);
    Checks.size(tender.items(), TenderFacts.MOST_ITEMS, "/items");
    Checks.each(tender.items(), "/items", EnteredChecks::check);
    tender.value().ifPresent(it -> Checks.payable(it, "/value"));
    tender.closes().ifPresent(EnteredChecks::check);
    tender.url().ifPresent(EnteredChecks::checkUrl);
  }

  private static void check(TenderItem item, String pointer) {
    item.scheme().ifPresent(it -> Checks.text(it, LONGEST_WORD, pointer + "/scheme"));
    item.code().ifPresent(it -> Checks.text(it, LONGEST_WORD, pointer + "/code"));
    item.description().ifPresent(it -> Checks.text(it, LONGEST_WORD, pointer + "/description"));
  }

  private static void check(Closes closes) {
    if (closes.at().isPresent() == closes.on().isPresent()) {
      throw TenderRules.BAD_DEADLINE.refuse("Give one of the two: at, or on.", "/closes");
    }
    if (closes.at().isPresent() && closes.zone().isEmpty()) {
      throw TenderRules.BAD_DEADLINE.refuse(
          "Say in which zone the buyer reads it, such as Asia/Bangkok.", "/closes/zone");
    }
  }

  private static void checkUrl(String url) {
    Checks.text(url, LONGEST_URL, "/url");
    Optional<String> scheme;
    try {
      URI address = new URI(url);
      scheme = Optional.ofNullable(address.getHost() == null ? null : address.getScheme());
    } catch (URISyntaxException none) {
      scheme = Optional.empty();
    }
    if (scheme.filter(it -> it.equals("https") || it.equals("http")).isEmpty()) {
      throw TenderRules.BAD_URL.refuse("It begins with https:// or http://.", "/url");
    }
  }
}
