package dev.kanmin.marketintelligence.tender;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.Checks;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.events.wire.Json;
import dev.kanmin.marketintelligence.ocds.OcdsMerge;
import dev.kanmin.marketintelligence.ocds.Release;
import dev.kanmin.marketintelligence.ocds.UnmergeableReleases;
import dev.kanmin.marketintelligence.tender.FieldMapping.Reason;
import dev.kanmin.marketintelligence.tender.FieldMapping.State;
import dev.kanmin.marketintelligence.tender.TenderCommand.*;
import dev.kanmin.marketintelligence.tender.TenderEvent.*;
import dev.kanmin.marketintelligence.tender.TenderFacts.CountryReason;
import dev.kanmin.marketintelligence.tender.TenderFacts.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command leads to once {@link TenderLifeCycle} admits it. */
final class TenderDecider implements Decider<TenderCommand, TenderEvent, Tender> {
  /** Characters of all releases together: a stored document takes 16 MiB. */
  private static final long LARGEST_RECORD = 4L * 1024 * 1024;

  private static final int MOST_RELEASES = 500;

  @Override
  public Tender initial() {
    return Tender.UNKNOWN;
  }

  @Override
  public List<TenderEvent> decide(TenderCommand command, Tender tender, CommandContext context) {
    if (!TenderLifeCycle.TABLE.admits(command, tender, context)) {
      return List.of();
    }
    AgencyCode owner = tender.facts().map(TenderFacts::owner).orElse(context.by());
    Instant at = context.at();
    return switch (command) {
      case TakeReleases take -> takeReleases(take, tender, owner, at);
      case TakeNotice(var notice) -> takeNotice(notice, tender, owner, at);
      case Enter(var entered) -> enter(entered, tender, owner, at);
      case Revise(var entered) -> enter(entered, tender, owner, at);
      case Close(var ending) ->
          changed(tender, tender.known().in(ending.state()), TenderSources.of(tender));
      case Lapse() -> lapse(tender, at);
      case ConfirmFields(var fields) -> confirm(fields, tender);
      case OverrideFields override -> override(override, tender);
    };
  }

  @Override
  public Tender evolve(Tender tender, TenderEvent event) {
    TenderSources sources = event.sources().orElseGet(() -> TenderSources.of(tender));
    return new Tender(
        Optional.of(event.tender()),
        sources.releases(),
        sources.notice(),
        sources.fieldsOverridden());
  }

  private static List<TenderEvent> takeReleases(
      TakeReleases take, Tender tender, AgencyCode owner, Instant at) {
    List<Release> all = new ArrayList<>(tender.releases());
    for (Release release : take.releases()) {
      Optional<Release> known = all.stream().filter(it -> it.id().equals(release.id())).findFirst();
      if (known.isEmpty()) {
        all.add(release);
      } else if (!known.get().equals(release)) {
        throw TenderRules.RELEASE_DIFFERS.refuse(
            "Release "
                + release.id()
                + " is known with other content. OCDS wants a new id for what changed; ask its publisher.");
      }
    }
    List<Release> kept = withoutOldCompilations(all);
    if (kept.equals(tender.releases())) {
      return List.of();
    }
    checkSize(kept);
    TenderFacts facts =
        OcdsFacts.of(
            merged(kept).compiled(),
            take.country().or(() -> stated(tender)),
            at,
            owner,
            fields(tender));
    return changed(tender, withConfirmed(facts, tender), TenderSources.of(tender).with(kept));
  }

  private static Optional<dev.kanmin.codes.CountryCode> stated(Tender tender) {
    return tender
        .facts()
        .filter(it -> it.countryBy().equals(Optional.of(CountryReason.STATED)))
        .flatMap(TenderFacts::country);
  }

  /** Of what publishers compiled themselves, the newest says all; of no use beside releases. */
  private static List<Release> withoutOldCompilations(List<Release> all) {
    boolean real = all.stream().anyMatch(it -> !it.compiled());
    Optional<Release> newest = all.stream().filter(Release::compiled).max(Release.ORDER);
    return all.stream()
        .filter(it -> !it.compiled() || (!real && Optional.of(it).equals(newest)))
        .toList();
  }

  private static OcdsMerge merged(List<Release> releases) {
    try {
      return OcdsMerge.of(Release.merged(releases));
    } catch (UnmergeableReleases unmergeable) {
      throw TenderRules.UNMERGEABLE.refuse(
          String.valueOf(unmergeable.getMessage()), unmergeable.pointer());
    }
  }

  private static void checkSize(List<Release> releases) {
    long characters = releases.stream().mapToLong(it -> it.json().length()).sum();
    if (releases.size() > MOST_RELEASES || characters > LARGEST_RECORD) {
      throw TenderRules.TOO_LARGE.refuse(
          "A record keeps %d releases of %d characters together; this one would have %d of %d."
              .formatted(MOST_RELEASES, LARGEST_RECORD, releases.size(), characters));
    }
  }

  private static List<TenderEvent> takeNotice(
      WorldBankNotice notice, Tender tender, AgencyCode owner, Instant at) {
    String json = Json.events().writeValueAsString(notice);
    if (tender.notice().equals(Optional.of(json))) {
      return List.of();
    }
    TenderFacts facts = NoticeFacts.of(notice, at, owner, fields(tender));
    return changed(tender, withConfirmed(facts, tender), TenderSources.of(tender).noticed(json));
  }

  private static List<TenderEvent> enter(
      EnteredTender entered, Tender tender, AgencyCode owner, Instant at) {
    EnteredChecks.check(entered);
    String json = Json.events().writeValueAsString(entered);
    if (tender.notice().equals(Optional.of(json))) {
      return List.of();
    }
    Map<String, String> summary = entered.summary().map(LocalizedText::texts).orElse(Map.of());
    boolean over = entered.closes().map(it -> it.isOverAt(at)).orElse(false);
    List<FieldMapping> found =
        FieldFinder.find(
            entered.title().texts().values(),
            summary.values(),
            Optional.of(entered.buyer()),
            entered.items());
    TenderFacts facts =
        new TenderFacts(
            Origin.ENTERED,
            entered.planned() ? TenderState.PLANNED : over ? TenderState.CLOSED : TenderState.OPEN,
            Optional.empty(),
            entered.reference(),
            entered.title().texts(),
            summary,
            Optional.of(entered.buyer()),
            Optional.of(entered.country()),
            Optional.of(CountryReason.STATED),
            entered.fields().isEmpty() ? fields(tender).orElse(found) : stated(entered.fields()),
            entered.closes(),
            entered.value(),
            entered.method(),
            entered.items(),
            entered.url(),
            owner,
            entered.sample());
    return changed(tender, withConfirmed(facts, tender), TenderSources.of(tender).noticed(json));
  }

  private static List<FieldMapping> stated(List<Field> fields) {
    return mappings(fields, State.CONFIRMED, Reason.Code.STATED);
  }

  private static List<FieldMapping> mappings(List<Field> fields, State state, Reason.Code reason) {
    List<Reason> reasons = List.of(new Reason(reason, Optional.empty()));
    return fields.stream().distinct().map(it -> new FieldMapping(it, state, reasons)).toList();
  }

  /** What an officer decided stays. */
  private static Optional<List<FieldMapping>> fields(Tender tender) {
    return tender.fieldsOverridden() ? Optional.of(tender.known().fields()) : Optional.empty();
  }

  private static TenderFacts withConfirmed(TenderFacts facts, Tender tender) {
    List<FieldMapping> confirmed =
        tender.facts().stream()
            .flatMap(it -> it.fields().stream())
            .filter(it -> it.state() == State.CONFIRMED)
            .toList();
    if (confirmed.isEmpty() || tender.fieldsOverridden() || facts.origin() == Origin.ENTERED) {
      return facts;
    }
    List<FieldMapping> all = new ArrayList<>(confirmed);
    facts.fields().stream()
        .filter(it -> confirmed.stream().noneMatch(kept -> kept.field().equals(it.field())))
        .filter(it -> !it.field().equals(Field.CROSS_FIELD))
        .forEach(all::add);
    return facts.with(all);
  }

  private static List<TenderEvent> lapse(Tender tender, Instant at) {
    return tender.known().closes().filter(it -> it.isOverAt(at)).isPresent()
        ? changed(tender, tender.known().in(TenderState.CLOSED), TenderSources.of(tender))
        : List.of();
  }

  private static List<TenderEvent> confirm(List<Field> fields, Tender tender) {
    List<FieldMapping> found = tender.known().fields();
    Checks.each(
        fields,
        "/fields",
        (field, pointer) -> {
          if (found.stream().noneMatch(it -> it.field().equals(field))) {
            throw TenderRules.FIELD_NOT_FOUND.refuse(
                field + " was not found. Override the fields to add it.", pointer);
          }
        });
    List<FieldMapping> after =
        found.stream()
            .map(
                it ->
                    it.state() == State.AUTOMATIC
                            && (fields.isEmpty() || fields.contains(it.field()))
                        ? new FieldMapping(it.field(), State.CONFIRMED, it.reasons())
                        : it)
            .toList();
    return changed(tender, tender.known().with(after), TenderSources.of(tender));
  }

  private static List<TenderEvent> override(OverrideFields override, Tender tender) {
    Checks.distinct(override.fields(), 8, "/fields");
    Checks.each(override.fields(), "/fields", Checks::field);
    if ((override.reason() == OverrideReason.NO_FIELD_FITS) != override.fields().isEmpty()) {
      throw TenderRules.FIELDS_CONTRADICT_REASON.refuse(
          "An empty list of fields goes with the reason no-field-fits, and only that.", "/fields");
    }
    List<FieldMapping> after =
        mappings(override.fields(), State.OVERRIDDEN, override.reason().asReason());
    return changed(tender, tender.known().with(after), TenderSources.of(tender).overridden());
  }

  /** Whether offers can be made decides what has happened. */
  private static List<TenderEvent> changed(
      Tender before, TenderFacts after, TenderSources sources) {
    Optional<TenderSources> changed =
        Optional.of(sources).filter(it -> !it.equals(TenderSources.of(before)));
    if (before.facts().equals(Optional.of(after)) && changed.isEmpty()) {
      return List.of();
    }
    boolean wasOpen = before.facts().filter(it -> !it.state().isEnded()).isPresent();
    boolean isOpen = !after.state().isEnded();
    if (isOpen && !wasOpen) {
      return List.of(new TenderPublished(after, changed));
    }
    boolean closes = !isOpen && (wasOpen || before.facts().isEmpty());
    return List.of(closes ? new TenderClosed(after, changed) : new TenderChanged(after, changed));
  }
}
