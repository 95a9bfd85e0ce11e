package dev.kanmin.smeadvice.cases;

import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.smeadvice.cases.CaseCommand.*;
import dev.kanmin.web.Answers;
import dev.kanmin.web.Page;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What advisers write down, what is to be done next, and to whom a case is referred. */
@RestController
@RequestMapping("/v1/cases/{id}")
@RequiresScope("cases:write")
class AdviceController {
  private final Aggregates<CaseCommand, CaseEvent, Case> cases;
  private final CaseQueries queries;

  AdviceController(Aggregates<CaseCommand, CaseEvent, Case> cases, CaseQueries queries) {
    this.cases = cases;
    this.queries = queries;
  }

  /**
   * A note or an advice.
   *
   * @param kind a code of {@code note-kinds}
   * @param text at most 4,000 characters; only for agencies that advise
   */
  @Schema(name = "NewCaseNote")
  record NewNote(String kind, String text) {}

  /**
   * Something to be done.
   *
   * @param kind a code of {@code action-kinds}
   * @param due the day by which it is to be done
   * @param text what exactly, at most 4,000 characters; only for agencies that advise
   */
  @Schema(name = "NewNextAction")
  record NewAction(String kind, Optional<LocalDate> due, Optional<String> text) {}

  /**
   * A referral.
   *
   * @param to an agency or a mission
   * @param reason at most 4,000 characters; only for agencies that advise
   */
  @Schema(name = "NewReferral")
  record NewReferral(Referral.Target to, Optional<String> reason) {}

  /**
   * The receipt of a referral.
   *
   * @param leftOut what the agency does not see for want of the company's consent; empty if it sees
   *     all, or if the referral is to a mission, which sees the company's id alone
   */
  @Schema(name = "ReferralReceipt")
  record Referred(
      String id, long version, List<String> events, boolean unchanged, List<Page.LeftOut> leftOut) {
    static Referred of(Receipt receipt, List<Page.LeftOut> leftOut) {
      return new Referred(
          receipt.id(), receipt.version(), receipt.events(), receipt.unchanged(), leftOut);
    }
  }

  /**
   * Why a referral is declined.
   *
   * @param reason at most 4,000 characters; only for agencies that advise
   */
  @Schema(name = "ReferralRefusal")
  record Refusing(String reason) {}

  @Operation(summary = "Write down a note or an advice, for the agencies that advise alone.")
  @PostMapping("/notes")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<ResponseEntity<Receipt>> addNote(
      @PathVariable String id, @RequestBody NewNote note, CommandContext context) {
    String noteId = Ids.forCreate("note", context);
    return create(id, noteId, new AddNote(noteId, note.kind(), note.text()), context);
  }

  @Operation(summary = "Say what is to be done next; its date shows on the case's card.")
  @PostMapping("/actions")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<ResponseEntity<Receipt>> addAction(
      @PathVariable String id, @RequestBody NewAction action, CommandContext context) {
    String actionId = Ids.forCreate("nxa", context);
    return create(
        id, actionId, new AddAction(actionId, action.kind(), action.due(), action.text()), context);
  }

  @Operation(summary = "A next action is done.")
  @PostMapping("/actions/{action}/complete")
  Mono<ResponseEntity<Receipt>> completeAction(
      @PathVariable String id, @PathVariable String action, CommandContext context) {
    return handle(id, new CompleteAction(action), context);
  }

  @Operation(summary = "A next action is given up.")
  @PostMapping("/actions/{action}/drop")
  Mono<ResponseEntity<Receipt>> dropAction(
      @PathVariable String id, @PathVariable String action, CommandContext context) {
    return handle(id, new DropAction(action), context);
  }

  @Operation(
      summary = "Refer the case to another agency, or its company to a mission.",
      description =
          "That agency reads the reason and, as far as the company consents to see-advice, what was"
              + " said in confidence, unless it declines. leftOut says what it does not read.")
  @PostMapping("/referrals")
  @ResponseStatus(HttpStatus.CREATED)
  Mono<ResponseEntity<Referred>> refer(
      @PathVariable String id, @RequestBody NewReferral referral, CommandContext context) {
    String referralId = Ids.forCreate("ref", context);
    return create(id, referralId, new Refer(referralId, referral.to(), referral.reason()), context)
        .zipWhen(
            made -> queries.leftOut(id, referralId, context),
            (made, leftOut) ->
                new ResponseEntity<>(
                    Referred.of(Objects.requireNonNull(made.getBody()), leftOut),
                    made.getHeaders(),
                    made.getStatusCode()));
  }

  @Operation(summary = "The agency that the case was referred to agrees to help.")
  @PostMapping("/referrals/{referral}/accept")
  Mono<ResponseEntity<Receipt>> acceptReferral(
      @PathVariable String id, @PathVariable String referral, CommandContext context) {
    return handle(id, new Accept(referral), context);
  }

  @Operation(summary = "The agency that the case was referred to has helped.")
  @PostMapping("/referrals/{referral}/complete")
  Mono<ResponseEntity<Receipt>> completeReferral(
      @PathVariable String id, @PathVariable String referral, CommandContext context) {
    return handle(id, new Complete(referral), context);
  }

  @Operation(summary = "The agency that the case was referred to declines, and says why.")
  @PostMapping("/referrals/{referral}/decline")
  Mono<ResponseEntity<Receipt>> declineReferral(
      @PathVariable String id,
      @PathVariable String referral,
      @RequestBody Refusing refusing,
      CommandContext context) {
    return handle(id, new Decline(referral, refusing.reason()), context);
  }

  /** What was added is seen with the case. */
  private Mono<ResponseEntity<Receipt>> create(
      String id, String part, CaseCommand command, CommandContext context) {
    return cases
        .handle(id, command, context)
        .map(receipt -> Answers.created(receipt.of(part), URI.create("/v1/cases/" + id)));
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, CaseCommand command, CommandContext context) {
    return cases.handle(id, command, context).map(Answers::accepted);
  }
}
