package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CurrencyCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Money;
import dev.kanmin.odalinkage.activity.ActivityFacts.CodeShare;
import dev.kanmin.odalinkage.activity.ActivityFacts.CountryShare;
import dev.kanmin.odalinkage.activity.ActivityFacts.Totals;
import dev.kanmin.odalinkage.activity.Figure.Part;
import dev.kanmin.odalinkage.activity.Figure.What;
import dev.kanmin.odalinkage.activity.Omission.Reason;
import dev.kanmin.odalinkage.iati.IatiActivity;
import dev.kanmin.odalinkage.iati.IatiActivity.Budget;
import dev.kanmin.odalinkage.iati.IatiActivity.RelatedActivity;
import dev.kanmin.odalinkage.iati.IatiActivity.Transaction;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rules of money (docs/decisions/0017-what-iati-money-counts.md):
 *
 * <ol>
 *   <li>Budgets count as {@link BudgetChoice} says; of transactions the outgoing commitments,
 *       disbursements and expenditures.
 *   <li>A transaction with a country, region or sectors of its own goes there; all else goes where
 *       the activity's shares say.
 *   <li>What others report does not count here: what a secondary reporter reproduces, and what an
 *       activity adds up that names its parts, as the standard wants sums at the lowest level.
 *   <li>Sums are per kind, currency and place, never across currencies.
 *   <li>Whatever is in no total, or in no country or field, is told with its reason.
 * </ol>
 */
final class ActivityMoney {
  private static final int MOST_BUDGETS = 1_000;
  private static final String PARENT = "1";
  private static final String CHILD = "2";
  private static final Map<String, What> WHAT_BY_TRANSACTION_TYPE =
      Map.of("2", What.COMMITMENT, "3", What.DISBURSEMENT, "4", What.EXPENDITURE);

  private final IatiActivity activity;
  private final Recipients recipients;
  private final List<FieldMapping> fields;
  private final Set<Field> supported;
  private final Map<List<CodeShare>, Optional<List<Part>>> fieldsBySectors = new HashMap<>();
  private final Omissions leftOut;
  private final FigureSums sums = new FigureSums();
  private final Optional<Reason> reportedElsewhere;

  /** How many sums are in no total. */
  private int notCounted;

  private ActivityMoney(
      IatiActivity activity,
      Recipients recipients,
      List<CodeShare> sectors,
      List<FieldMapping> fields,
      Omissions leftOut) {
    this.activity = activity;
    this.recipients = recipients;
    this.fields = fields;
    this.supported =
        fields.stream()
            .map(FieldMapping::field)
            .filter(field -> FieldMapper.isSupported(field, sectors))
            .collect(Collectors.toSet());
    this.leftOut = leftOut;
    this.reportedElsewhere = reportedElsewhere(activity);
  }

  /**
   * Adds up an activity's money.
   *
   * @param sectors all that the report names
   * @param fields what it is about
   * @param leftOut is told what cannot be seen in the totals, in a country or in a field
   */
  static Totals of(
      IatiActivity activity,
      Recipients recipients,
      List<CodeShare> sectors,
      List<FieldMapping> fields,
      Omissions leftOut) {
    return new ActivityMoney(activity, recipients, sectors, fields, leftOut).totals();
  }

  private Totals totals() {
    addBudgets();
    for (Transaction transaction : activity.transactions()) {
      Optional.ofNullable(WHAT_BY_TRANSACTION_TYPE.get(transaction.type()))
          .ifPresent(what -> add(transaction, what));
    }
    if (relates(activity, PARENT) && !sums.isEmpty()) {
      leftOut.add(Reason.MAY_BE_IN_PARENT, 1);
    }
    List<Figure> figures = sums.figures(leftOut);
    return new Totals(
        sums.total(What.BUDGET),
        sums.total(What.COMMITMENT),
        sums.total(What.DISBURSEMENT),
        sums.total(What.EXPENDITURE),
        notCounted,
        figures);
  }

  private void addBudgets() {
    List<Budget> looked = activity.budgets().stream().limit(MOST_BUDGETS).toList();
    int more = activity.budgets().size() - looked.size();
    leftOut.add(Reason.TOO_MANY_BUDGETS, more);
    notCounted += more;
    BudgetChoice choice = BudgetChoice.of(looked);
    for (Budget budget : choice.leftOut()) {
      money(budget.value(), What.BUDGET)
          .ifPresent(money -> notCounted(Reason.OVERLAPPING_BUDGET, What.BUDGET, money));
    }
    leftOut.add(Reason.BUDGETS_MAY_OVERLAP, choice.touching());
    for (Budget budget : choice.counted()) {
      counted(budget.value(), What.BUDGET)
          .ifPresent(money -> add(What.BUDGET, money, FigureSums.Place.OF_ACTIVITY));
    }
  }

  private void add(Transaction transaction, What what) {
    counted(transaction.value(), what)
        .ifPresent(
            money ->
                add(
                    what,
                    money,
                    new FigureSums.Place(
                        countries(transaction, what, money), fields(transaction))));
  }

  private void add(What what, Money money, FigureSums.Place place) {
    if (!sums.add(what, money, place)) {
      notCounted(Reason.TOO_MANY_DIGITS, what, money);
      return;
    }
    if (place.countries().isEmpty()) {
      leftOut.add(Reason.NO_COUNTRY_SHARE, what, money, recipients.undivided());
      leftOut.add(Reason.IN_REGION, what, money, recipients.inRegions());
      leftOut.add(Reason.UNKNOWN_COUNTRY, what, money, recipients.inUnknownCountries());
    }
    boolean unknownFields =
        place
            .fields()
            .map(parts -> parts.stream().anyMatch(part -> part.percentage().isEmpty()))
            .orElse(fields.stream().anyMatch(mapping -> mapping.percentage().isEmpty()));
    if (unknownFields) {
      leftOut.add(Reason.NO_FIELD_SHARE, what, money, BigDecimal.ONE);
    }
  }

  /** The transaction's own country; none when its own place is no country. */
  private Optional<List<Part>> countries(Transaction transaction, What what, Money money) {
    if (transaction.recipientCountry().isPresent()) {
      Optional<CountryCode> country =
          Recipients.country(transaction.recipientCountry().get().code());
      if (country.isEmpty()) {
        leftOut.add(Reason.UNKNOWN_COUNTRY, what, money, BigDecimal.ONE);
        return Optional.of(List.of());
      }
      List<Part> own = List.of(Part.whole(country.get().code()));
      return own.equals(sharesOfCountries()) ? Optional.empty() : Optional.of(own);
    }
    if (transaction.recipientRegion().isPresent()) {
      leftOut.add(Reason.IN_REGION, what, money, BigDecimal.ONE);
      return Optional.of(List.of());
    }
    return Optional.empty();
  }

  private List<Part> sharesOfCountries() {
    return recipients.countries().stream()
        .filter(share -> share.percentage().filter(part -> part.signum() > 0).isPresent())
        .map(ActivityMoney::part)
        .toList();
  }

  private static Part part(CountryShare share) {
    return new Part(share.country().code(), share.percentage());
  }

  /** What the transaction is for by its own sectors, if it has any that the fields know. */
  private Optional<List<Part>> fields(Transaction transaction) {
    List<CodeShare> ownSectors = FieldMapper.dacSectors(SectorShares.of(transaction));
    return ownSectors.isEmpty() || fields.isEmpty()
        ? Optional.empty()
        : fieldsBySectors.computeIfAbsent(ownSectors, this::fields);
  }

  private Optional<List<Part>> fields(List<CodeShare> ownSectors) {
    List<Part> own =
        fields.stream()
            .map(
                mapping ->
                    new Part(mapping.field().code(), percentage(mapping.field(), ownSectors)))
            .toList();
    List<Part> ofActivity =
        fields.stream()
            .map(mapping -> new Part(mapping.field().code(), mapping.percentage()))
            .toList();
    return own.equals(ofActivity) ? Optional.empty() : Optional.of(own);
  }

  /** Nothing of it is for a field that only other sectors of the report support. */
  private Optional<BigDecimal> percentage(Field field, List<CodeShare> ownSectors) {
    boolean others = supported.contains(field) && !FieldMapper.isSupported(field, ownSectors);
    return others ? Optional.of(BigDecimal.ZERO) : FieldMapper.percentage(field, ownSectors);
  }

  /** The sum, if it counts; if not, that is told. */
  private Optional<Money> counted(IatiActivity.Money sum, What what) {
    Optional<Money> money = money(sum, what);
    if (money.isPresent() && reportedElsewhere.isPresent()) {
      notCounted(reportedElsewhere.get(), what, money.get());
      return Optional.empty();
    }
    return money;
  }

  private static Optional<Reason> reportedElsewhere(IatiActivity activity) {
    if (activity.reportingOrganisation().secondaryReporter()) {
      return Optional.of(Reason.SECONDARY_REPORTER);
    }
    return relates(activity, CHILD) ? Optional.of(Reason.REPORTED_BY_CHILDREN) : Optional.empty();
  }

  private static boolean relates(IatiActivity activity, String type) {
    return activity.relatedActivities().stream().map(RelatedActivity::type).anyMatch(type::equals);
  }

  private void notCounted(Reason reason, What what, Money money) {
    notCounted++;
    leftOut.add(reason, what, money, BigDecimal.ONE);
  }

  private Optional<Money> money(IatiActivity.Money sum, What what) {
    Optional<CurrencyCode> currency = sum.currency().flatMap(CurrencyCode::find);
    if (currency.isEmpty()) {
      notCounted++;
      leftOut.add(Reason.NO_CURRENCY, what);
      return Optional.empty();
    }
    try {
      return Optional.of(Money.asPublished(sum.amount(), currency.get()));
    } catch (IllegalArgumentException tooManyDigits) {
      notCounted++;
      leftOut.add(Reason.TOO_MANY_DIGITS, what);
      return Optional.empty();
    }
  }
}
