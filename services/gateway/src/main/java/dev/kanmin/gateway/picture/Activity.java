package dev.kanmin.gateway.picture;

import dev.kanmin.gateway.picture.MoneySlot.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The public state of an activity, which every event of it carries: the fields that the picture
 * needs, in the producer's words.
 *
 * @param reportedBy {@code ref} of the reporting organisation
 * @param money totals of the whole activity
 */
record Activity(
    String iatiIdentifier,
    String owner,
    String reportedBy,
    Map<String, String> title,
    Optional<String> status,
    Optional<String> scheme,
    Optional<String> step,
    Optional<String> nextStep,
    Optional<LocalDate> nextDate,
    Optional<LocalDate> plannedStart,
    Optional<LocalDate> plannedEnd,
    List<Share> countries,
    List<Share> fields,
    MoneySums money) {
  private static final Canonical<List<Share>> SHARES = new Canonical<>();
  private static final Canonical<MoneySlot> SLOTS = new Canonical<>();

  static Activity read(EventData data) {
    @Nullable String iatiIdentifier = null;
    @Nullable String owner = null;
    @Nullable String reportedBy = null;
    @Nullable Map<String, String> title = null;
    Optional<String> status = Optional.empty();
    Optional<String> scheme = Optional.empty();
    Optional<String> step = Optional.empty();
    Optional<String> nextStep = Optional.empty();
    Optional<LocalDate> nextDate = Optional.empty();
    Optional<LocalDate> plannedStart = Optional.empty();
    Optional<LocalDate> plannedEnd = Optional.empty();
    List<Share> countries = List.of();
    List<Share> fields = List.of();
    @Nullable MoneySums money = null;
    data.object();
    while (data.next()) {
      switch (data.field()) {
        case "iatiIdentifier" -> iatiIdentifier = data.text();
        case "owner" -> owner = data.code();
        case "reportingOrganisation" -> reportedBy = reference(data);
        case "title" -> title = data.languages();
        case "status" -> status = data.optionalCode();
        case "scheme" -> scheme = data.optionalCode();
        case "step" -> step = data.optionalCode();
        case "nextStep" -> nextStep = data.optionalCode();
        case "nextDate" -> nextDate = data.optionalDate();
        case "plannedStart" -> plannedStart = data.optionalDate();
        case "plannedEnd" -> plannedEnd = data.optionalDate();
        case "countries" -> countries = shares(data, "country");
        case "fields" -> fields = shares(data, "field");
        case "money" -> money = money(data);
        default -> data.skip();
      }
    }
    return new Activity(
        data.required(iatiIdentifier, "iatiIdentifier"),
        data.required(owner, "owner"),
        data.required(reportedBy, "reportingOrganisation"),
        data.required(title, "title"),
        status,
        scheme,
        step,
        nextStep,
        nextDate,
        plannedStart,
        plannedEnd,
        countries,
        fields,
        data.required(money, "money"));
  }

  private static String reference(EventData data) {
    @Nullable String ref = null;
    data.object();
    while (data.next()) {
      switch (data.field()) {
        case "ref" -> ref = data.code();
        default -> data.skip();
      }
    }
    return data.required(ref, "ref");
  }

  private static List<Share> shares(EventData data, String of) {
    return SHARES.of(data.list(one -> share(one, of)));
  }

  private static Share share(EventData data, String of) {
    @Nullable String code = null;
    Optional<BigDecimal> percentage = Optional.empty();
    data.object();
    while (data.next()) {
      if (data.field().equals(of)) {
        code = data.code();
      } else if (data.field().equals("percentage")) {
        percentage = Optional.of(data.decimal());
      } else {
        data.skip();
      }
    }
    return new Share(data.required(code, of), percentage);
  }

  private static MoneySums money(EventData data) {
    MoneySums.Builder sums = new MoneySums.Builder();
    data.object();
    while (data.next()) {
      switch (data.field()) {
        case "budgets" -> add(sums, Kind.BUDGETS, data);
        case "commitments" -> add(sums, Kind.COMMITMENTS, data);
        case "disbursements" -> add(sums, Kind.DISBURSEMENTS, data);
        case "expenditures" -> add(sums, Kind.EXPENDITURES, data);
        default -> data.skip();
      }
    }
    return sums.build();
  }

  private static void add(MoneySums.Builder sums, Kind kind, EventData data) {
    for (Amount amount : data.list(Amount::read)) {
      sums.add(SLOTS.of(new MoneySlot(kind, amount.currency())), amount.amount());
    }
  }
}
