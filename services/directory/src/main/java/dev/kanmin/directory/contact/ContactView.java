package dev.kanmin.directory.contact;

import dev.kanmin.codes.AgencyCode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/**
 * A contact person, for the agency that wrote it down.
 *
 * @param id {@code per_…}
 * @param version for If-Match; the ETag
 * @param agency that wrote it down
 */
@Schema(name = "Contact")
public record ContactView(
    String id,
    long version,
    AgencyCode agency,
    String about,
    ContactRole role,
    String name,
    Optional<String> kana,
    Optional<String> position,
    Optional<String> email,
    Optional<String> phone,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * That an agency knows whom to turn to, without saying whom.
   *
   * @param about the company or counterpart
   */
  @Schema(name = "KnownContactRole")
  public record KnownRole(String about, ContactRole role, AgencyCode agency) {}
}
