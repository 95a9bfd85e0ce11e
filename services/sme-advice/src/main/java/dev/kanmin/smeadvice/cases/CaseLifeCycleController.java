package dev.kanmin.smeadvice.cases;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.events.aggregates.Aggregates;
import dev.kanmin.events.aggregates.CommandContext;
import dev.kanmin.events.aggregates.Ids;
import dev.kanmin.events.aggregates.Receipt;
import dev.kanmin.smeadvice.cases.CaseCommand.*;
import dev.kanmin.web.Answers;
import dev.kanmin.web.RequiresIfMatch;
import dev.kanmin.web.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The steps of a case's life. */
@RestController
@RequestMapping("/v1/cases/{id}")
@RequiresScope("cases:write")
class CaseLifeCycleController {
  private final Aggregates<CaseCommand, CaseEvent, Case> cases;

  CaseLifeCycleController(Aggregates<CaseCommand, CaseEvent, Case> cases) {
    this.cases = cases;
  }

  /**
   * What else a case comes from.
   *
   * @param arisesFrom ids of linkages, needs, missions
   */
  @Schema(name = "CaseAttachment")
  record Attachment(@JsonSetter(nulls = AS_EMPTY) List<String> arisesFrom) {}

  /**
   * Who handles it.
   *
   * @param adviser what the office calls the desk that advises, {@code desk-3}: never a name
   */
  @Schema(name = "CaseAssignment")
  record Assignment(Office office, Optional<String> adviser) {}

  /**
   * A question to the company.
   *
   * @param question at most 4,000 characters; only for agencies that advise
   * @param replyBy the day by which it is asked to reply
   */
  @Schema(name = "CaseQuestion")
  record Question(String question, Optional<LocalDate> replyBy) {}

  /**
   * What the company replied.
   *
   * @param reply at most 4,000 characters; only for agencies that advise
   */
  @Schema(name = "CaseReply")
  record Reply(String reply) {}

  /**
   * How it ended.
   *
   * @param outcome a code of {@code case-outcomes}
   * @param text at most 4,000 characters; only for agencies that advise
   */
  @Schema(name = "CaseClosing")
  record Closing(String outcome, Optional<String> text) {}

  /**
   * Tags, in place of those it has.
   *
   * @param tags codes of {@code case-tags}
   * @param programmes prefectures whose regional programmes support it, {@code JP-13}
   */
  @Schema(name = "CaseTags")
  record Tags(
      @JsonSetter(nulls = AS_EMPTY) List<String> tags,
      @JsonSetter(nulls = AS_EMPTY) List<String> programmes) {}

  @Operation(
      summary = "Join an open case: the caller's agency has the same request.",
      description =
          "It shows on the case as attached. What was said in confidence it sees once the case is"
              + " referred to it.")
  @PostMapping("/attach")
  Mono<ResponseEntity<Receipt>> attach(
      @PathVariable String id, @RequestBody Attachment attachment, CommandContext context) {
    return handle(id, new Attach(attachment.arisesFrom()), context);
  }

  @Operation(summary = "Give a new case to an office.")
  @PostMapping("/assign")
  Mono<ResponseEntity<Receipt>> assign(
      @PathVariable String id, @RequestBody Assignment assignment, CommandContext context) {
    return handle(id, new Assign(assignment.office(), assignment.adviser()), context);
  }

  @Operation(summary = "Give a case to another office or desk; it stays where it stands.")
  @PostMapping("/reassign")
  Mono<ResponseEntity<Receipt>> reassign(
      @PathVariable String id, @RequestBody Assignment assignment, CommandContext context) {
    return handle(id, new Reassign(assignment.office(), assignment.adviser()), context);
  }

  @Operation(summary = "Begin to work on it: the clock of the first response ends.")
  @PostMapping("/start")
  Mono<ResponseEntity<Receipt>> start(@PathVariable String id, CommandContext context) {
    return handle(id, new Start(), context);
  }

  @Operation(
      summary = "Ask the company something: the service clocks stand still until it replies.")
  @PostMapping("/ask-company")
  Mono<ResponseEntity<Receipt>> askCompany(
      @PathVariable String id, @RequestBody Question question, CommandContext context) {
    return handle(
        id,
        new AskCompany(Ids.forCreate("note", context), question.question(), question.replyBy()),
        context);
  }

  @Operation(summary = "Record what the company replied: the service clocks go on.")
  @PostMapping("/company-replied")
  Mono<ResponseEntity<Receipt>> companyReplied(
      @PathVariable String id, @RequestBody Reply reply, CommandContext context) {
    return handle(id, new RecordReply(Ids.forCreate("note", context), reply.reply()), context);
  }

  @Operation(summary = "Tag a case.")
  @PutMapping("/tags")
  @RequiresIfMatch
  Mono<ResponseEntity<Receipt>> tag(
      @PathVariable String id, @RequestBody Tags tags, CommandContext context) {
    return handle(id, new Tag(tags.tags(), tags.programmes()), context);
  }

  @Operation(summary = "Close a case whose referrals are completed or declined.")
  @PostMapping("/close")
  Mono<ResponseEntity<Receipt>> close(
      @PathVariable String id, @RequestBody Closing closing, CommandContext context) {
    return handle(id, new Close(closing.outcome(), closing.text()), context);
  }

  private Mono<ResponseEntity<Receipt>> handle(
      String id, CaseCommand command, CommandContext context) {
    return cases.handle(id, command, context).map(Answers::accepted);
  }
}
