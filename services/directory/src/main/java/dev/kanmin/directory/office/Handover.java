package dev.kanmin.directory.office;

import dev.kanmin.codes.AgencyCode;

/**
 * What a service reads of {@code office-handed-over}.
 *
 * @param agency of both offices
 * @param from code of the office that hands over
 * @param to the one that takes over
 */
public record Handover(AgencyCode agency, String from, ResponsibleOffice to) {
  public static final String TYPE = "dev.kanmin.directory.office-handed-over.v1";
}
