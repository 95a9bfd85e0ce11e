package dev.kanmin.odalinkage.company;

import dev.kanmin.events.inbox.EventHandlers;
import org.springframework.stereotype.Component;

/** What this service hears of companies: handlers to be put into the subscriptions. */
@Component
public class CompanyCopies {
  /** Who tells of profiles, consent, erasure and merges. */
  public static final String DIRECTORY = DirectoryEvent.SERVICE;

  /** Who tells of readiness. */
  public static final String ADVICE = AdviceEvent.SERVICE;

  private final CompanyOffers offers;

  CompanyCopies(CompanyOffers offers) {
    this.offers = offers;
  }

  /** Adds the handlers for the directory's events. */
  public EventHandlers.Builder ofDirectory(EventHandlers.Builder handlers) {
    return handlers
        .on(
            DirectoryEvent.PROFILE_CHANGED,
            DirectoryEvent.ProfileChanged.class,
            (profile, event) -> offers.keep(profile))
        .on(DirectoryEvent.CONSENT_CHANGED, DirectoryEvent.ConsentChanged.class, offers::keep)
        .on(
            DirectoryEvent.ERASED,
            DirectoryEvent.Erased.class,
            (erased, event) -> offers.erase(erased.companyId()))
        .on(
            DirectoryEvent.MERGED,
            DirectoryEvent.Merged.class,
            (merged, event) -> offers.merge(merged));
  }

  /** Adds the handlers for sme-advice's events. */
  public EventHandlers.Builder ofAdvice(EventHandlers.Builder handlers) {
    return handlers.on(
        AdviceEvent.READINESS_ASSESSED, AdviceEvent.ReadinessAssessed.class, offers::keep);
  }
}
