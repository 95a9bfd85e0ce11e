package dev.kanmin.odalinkage.linkage;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.EventType;
import dev.kanmin.events.wire.NotPublished;
import java.time.LocalDate;
import java.util.Optional;

/**
 * All that can happen to a linkage. Each names company, target and cell, so that whoever reacts
 * needs no copy. Scores and remarks stay with this service: the log is kept, and a judgement of a
 * company would outlive its consent (docs/decisions/0051-what-linkage-events-carry.md).
 */
public sealed interface LinkageEvent {
  String linkageId();

  String companyId();

  OffersTo offersTo();

  CountryCode country();

  Field field();

  @EventType("linkage-proposed")
  record LinkageProposed(
      String linkageId,
      String companyId,
      OffersTo offersTo,
      CountryCode country,
      Field field,
      @NotPublished Optional<Proposal> proposal,
      @NotPublished Optional<AgencyCode> submitter)
      implements LinkageEvent {}

  @EventType("linkage-shortlisted")
  record LinkageShortlisted(
      String linkageId, String companyId, OffersTo offersTo, CountryCode country, Field field)
      implements LinkageEvent {}

  @EventType("linkage-agreed")
  record LinkageAgreed(
      String linkageId,
      String companyId,
      OffersTo offersTo,
      CountryCode country,
      Field field,
      LocalDate on,
      @NotPublished Optional<LocalizedText> remark)
      implements LinkageEvent {}

  /**
   * Delivered.
   *
   * @param meetsNeed whether with that the need is met
   */
  @EventType("linkage-delivered")
  record LinkageDelivered(
      String linkageId,
      String companyId,
      OffersTo offersTo,
      CountryCode country,
      Field field,
      LocalDate on,
      boolean meetsNeed,
      @NotPublished Optional<LocalizedText> remark)
      implements LinkageEvent {}

  @EventType("linkage-followed-up")
  record LinkageFollowedUp(
      String linkageId,
      String companyId,
      OffersTo offersTo,
      CountryCode country,
      Field field,
      LocalDate on,
      @NotPublished Optional<LocalizedText> remark)
      implements LinkageEvent {}

  /**
   * Rejected.
   *
   * @param wasAgreed whether company and target had agreed before
   */
  @EventType("linkage-rejected")
  record LinkageRejected(
      String linkageId,
      String companyId,
      OffersTo offersTo,
      CountryCode country,
      Field field,
      RejectionReason reason,
      boolean wasAgreed,
      @NotPublished Optional<LocalizedText> remark)
      implements LinkageEvent {}
}
