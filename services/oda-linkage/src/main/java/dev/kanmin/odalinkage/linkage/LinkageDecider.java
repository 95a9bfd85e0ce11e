package dev.kanmin.odalinkage.linkage;

import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Decider;
import dev.kanmin.odalinkage.linkage.Linkage.Note;
import dev.kanmin.odalinkage.linkage.LinkageCommand.*;
import dev.kanmin.odalinkage.linkage.LinkageEvent.*;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a command leads to once {@link LinkageLifeCycle} admits it. */
final class LinkageDecider implements Decider<LinkageCommand, LinkageEvent, Linkage> {
  @Override
  public Linkage initial() {
    return Linkage.NONE;
  }

  @Override
  public List<LinkageEvent> decide(
      LinkageCommand command, Linkage linkage, CommandContext context) {
    if (command instanceof Propose(var proposal) && isThere(proposal, linkage)) {
      return List.of();
    }
    return LinkageLifeCycle.TABLE.admits(command, linkage, context)
        ? List.of(event(command, linkage, context))
        : List.of();
  }

  /** Still proposed: whoever asks again gets what there is. */
  private static boolean isThere(Proposal proposal, Linkage linkage) {
    return linkage.state() == LinkageState.PROPOSED && linkage.id().equals(proposal.id());
  }

  private static LinkageEvent event(
      LinkageCommand command, Linkage linkage, CommandContext context) {
    Instant at = context.at();
    return switch (command) {
      case Propose(var proposal) -> proposed(proposal, context);
      case Shortlist() -> shortlisted(linkage);
      case Agree agree -> agreed(agree, linkage, at);
      case Deliver deliver -> delivered(deliver, linkage, at);
      case FollowUp followUp -> followedUp(followUp, linkage, at);
      case FollowUpOnOrder(var on) -> followedUp(new FollowUp(on, Optional.empty()), linkage, at);
      case Reject reject -> {
        LinkageRules.reject(reject);
        yield rejected(linkage, new Linkage.Rejection(reject.reason(), reject.remark()));
      }
      case RejectErased() ->
          rejected(
              linkage, new Linkage.Rejection(RejectionReason.COMPANY_ERASED, Optional.empty()));
    };
  }

  @Override
  public Linkage evolve(Linkage linkage, LinkageEvent event) {
    return switch (event) {
      case LinkageProposed proposed ->
          new Linkage(
              proposed.linkageId(),
              proposed.proposal(),
              proposed.submitter(),
              LinkageState.PROPOSED,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty());
      case LinkageShortlisted _ -> linkage.in(LinkageState.SHORTLISTED);
      case LinkageAgreed agreed ->
          linkage.in(LinkageState.AGREED).agreedBy(new Note(agreed.on(), agreed.remark()));
      case LinkageDelivered delivered ->
          linkage
              .in(LinkageState.DELIVERED)
              .deliveredBy(new Note(delivered.on(), delivered.remark()));
      case LinkageFollowedUp followedUp ->
          linkage
              .in(LinkageState.FOLLOWED_UP)
              .followedUpBy(new Note(followedUp.on(), followedUp.remark()));
      case LinkageRejected rejected ->
          linkage.rejectedFor(new Linkage.Rejection(rejected.reason(), rejected.remark()));
    };
  }

  private static LinkageEvent proposed(Proposal proposal, CommandContext context) {
    LinkageRules.remark(proposal.remark());
    return new LinkageProposed(
        proposal.id(),
        proposal.company(),
        proposal.offersTo(),
        proposal.country(),
        proposal.field(),
        Optional.of(proposal),
        Optional.of(context.by()));
  }

  private static LinkageEvent shortlisted(Linkage linkage) {
    Proposal known = linkage.known();
    return new LinkageShortlisted(
        linkage.id(), known.company(), known.offersTo(), known.country(), known.field());
  }

  private static LinkageEvent agreed(Agree agree, Linkage linkage, Instant at) {
    LinkageRules.remark(agree.remark());
    LinkageRules.happened(agree.on(), Optional.empty(), at);
    Proposal known = linkage.known();
    return new LinkageAgreed(
        linkage.id(),
        known.company(),
        known.offersTo(),
        known.country(),
        known.field(),
        agree.on(),
        agree.remark());
  }

  private static LinkageEvent delivered(Deliver deliver, Linkage linkage, Instant at) {
    LinkageRules.remark(deliver.remark());
    LinkageRules.happened(deliver.on(), linkage.agreed().map(Note::on), at);
    Proposal known = linkage.known();
    if (deliver.meetsNeed() && known.offersTo().need().isEmpty()) {
      throw LinkageRules.NO_NEED_TO_MEET.refuse("Leave it out, or say false.", "/meetsNeed");
    }
    return new LinkageDelivered(
        linkage.id(),
        known.company(),
        known.offersTo(),
        known.country(),
        known.field(),
        deliver.on(),
        deliver.meetsNeed(),
        deliver.remark());
  }

  private static LinkageEvent followedUp(FollowUp followUp, Linkage linkage, Instant at) {
    LinkageRules.remark(followUp.remark());
    LinkageRules.happened(followUp.on(), linkage.delivered().map(Note::on), at);
    Proposal known = linkage.known();
    return new LinkageFollowedUp(
        linkage.id(),
        known.company(),
        known.offersTo(),
        known.country(),
        known.field(),
        followUp.on(),
        followUp.remark());
  }

  private static LinkageEvent rejected(Linkage linkage, Linkage.Rejection why) {
    Proposal known = linkage.known();
    return new LinkageRejected(
        linkage.id(),
        known.company(),
        known.offersTo(),
        known.country(),
        known.field(),
        why.reason(),
        linkage.wasAgreed(),
        why.remark());
  }
}
