package dev.kanmin.odalinkage.linkage;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.odalinkage.linkage.Linkage.Note;
import dev.kanmin.web.ActionView;
import dev.kanmin.web.Reader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A linkage as it is shown. Remarks are for its own agencies alone: who answers for the target, and
 * who proposed it.
 *
 * @param title of what it is offered to, language tag to text
 * @param owner answers for what it is offered to
 * @param submitter proposed it
 * @param match the matcher's judgement on the day of the proposal; for its own agencies
 * @param remark why it was proposed
 * @param actions what the reader's agency may do with it now, and why not the rest
 */
public record LinkageView(
    String id,
    long version,
    LinkageState state,
    String company,
    OffersTo offersTo,
    CountryCode country,
    Field field,
    Map<String, String> title,
    AgencyCode owner,
    AgencyCode submitter,
    Optional<String> iatiIdentifier,
    Optional<String> ocid,
    Optional<Proposal.Match> match,
    Optional<LocalizedText> remark,
    Optional<Linkage.Rejection> rejection,
    Optional<Note> agreed,
    Optional<Note> delivered,
    Optional<Note> followedUp,
    Instant createdAt,
    Instant updatedAt,
    List<ActionView> actions) {

  static LinkageView of(Stored<Linkage> stored, Reader reader) {
    Linkage linkage = stored.state();
    Proposal proposal = linkage.known();
    boolean own = linkage.isOf(reader.agency());
    return new LinkageView(
        stored.id(),
        stored.version(),
        linkage.state(),
        proposal.company(),
        proposal.offersTo(),
        proposal.country(),
        proposal.field(),
        proposal.title(),
        proposal.owner(),
        linkage.submitter().orElseThrow(),
        proposal.iatiIdentifier(),
        proposal.ocid(),
        proposal.match().filter(_ -> own),
        proposal.remark().filter(_ -> own),
        linkage
            .rejection()
            .map(it -> own ? it : new Linkage.Rejection(it.reason(), Optional.empty())),
        linkage.agreed().map(it -> shown(it, own)),
        linkage.delivered().map(it -> shown(it, own)),
        linkage.followedUp().map(it -> shown(it, own)),
        stored.createdAt(),
        stored.updatedAt(),
        ActionView.of(LinkageLifeCycle.TABLE, linkage, reader));
  }

  private static Note shown(Note note, boolean own) {
    return own ? note : new Note(note.on(), Optional.empty());
  }

  /** A linkage in a list. */
  @Schema(name = "LinkageSummary")
  public record Summary(
      String id,
      long version,
      LinkageState state,
      String company,
      OffersTo offersTo,
      CountryCode country,
      Field field,
      Map<String, String> title,
      AgencyCode owner,
      Optional<String> iatiIdentifier,
      Optional<String> ocid) {

    static Summary of(Stored<Linkage> stored) {
      Proposal proposal = stored.state().known();
      return new Summary(
          stored.id(),
          stored.version(),
          stored.state().state(),
          proposal.company(),
          proposal.offersTo(),
          proposal.country(),
          proposal.field(),
          proposal.title(),
          proposal.owner(),
          proposal.iatiIdentifier(),
          proposal.ocid());
    }
  }
}
