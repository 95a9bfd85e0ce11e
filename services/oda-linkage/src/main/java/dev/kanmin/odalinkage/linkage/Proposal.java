package dev.kanmin.odalinkage.linkage;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.Ids;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Optional;

/**
 * Who is proposed for what.
 *
 * @param company id in the directory, {@code cmp_…}
 * @param country the one of the target's in which it would be delivered
 * @param field the one in which it is offered
 * @param owner the agency that answers for what it is offered to
 * @param title that of what it is offered to, language tag to text
 * @param iatiIdentifier of the activity
 * @param ocid Open Contracting identifier of the tender
 * @param match how the matcher judged it; absent when officers proposed it on their own
 * @param remark why, in the officer's words
 * @param sample made up, for demonstrations
 */
public record Proposal(
    String company,
    OffersTo offersTo,
    CountryCode country,
    Field field,
    AgencyCode owner,
    Map<String, String> title,
    Optional<String> iatiIdentifier,
    Optional<String> ocid,
    Optional<Match> match,
    Optional<LocalizedText> remark,
    boolean sample) {

  /**
   * The matcher's judgement on the day of the proposal.
   *
   * @param weights version of the weights
   * @param score hundredths of points, 0 to 10,000
   * @param points criterion to hundredths of points, of those that applied
   */
  @Schema(name = "LinkageMatch")
  public record Match(String weights, int score, Map<String, Integer> points) {}

  /** The same company for the same targets is the same linkage. */
  public String id() {
    return Ids.derived(
        "lnk",
        company,
        offersTo.need().orElse(""),
        offersTo.activity().orElse(""),
        offersTo.tender().orElse(""));
  }
}
