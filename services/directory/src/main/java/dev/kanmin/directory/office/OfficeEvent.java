package dev.kanmin.directory.office;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.EventType;

/** All that can happen to an office. */
public sealed interface OfficeEvent {

  @EventType("office-registered")
  record OfficeRegistered(String officeId, AgencyCode agency, String code, LocalizedText name)
      implements OfficeEvent {}

  @EventType("office-renamed")
  record OfficeRenamed(String officeId, AgencyCode agency, String code, LocalizedText name)
      implements OfficeEvent {}

  /**
   * Everything open that the office looks after, in every service, goes to another one (引継ぎ). Each
   * service sees to its own records.
   *
   * @param agency of both
   * @param from code of the office that hands over
   * @param to the one that takes over
   */
  @EventType("office-handed-over")
  record OfficeHandedOver(String officeId, AgencyCode agency, String from, ResponsibleOffice to)
      implements OfficeEvent {}

  @EventType("office-closed")
  record OfficeClosed(String officeId, AgencyCode agency, String code) implements OfficeEvent {}
}
