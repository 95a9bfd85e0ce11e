package dev.kanmin.controltower.outcome;

import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.Money;
import dev.kanmin.web.PublicEndpoint;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Where a company answers with the link of its letter; the link is all that it needs. It stands in
 * the body, because addresses end up in logs.
 */
@RestController
@RequestMapping("/v1/outcome-confirmations")
class ConfirmationController {
  private final ConfirmationLinks links;

  ConfirmationController(ConfirmationLinks links) {
    this.links = links;
  }

  /**
   * A link.
   *
   * @param link as it stands in the letter
   */
  @Schema(name = "ConfirmationLink")
  record LinkShown(String link) {}

  /**
   * An answer.
   *
   * @param link as it stands in the letter
   * @param confirmed whether it is so
   * @param counterfactual a code of {@code outcome-counterfactuals}: what would have come of it
   *     without the support
   * @param remark for the agencies that helped
   */
  @Schema(name = "ConfirmationAnswer")
  record AnswerGiven(
      String link, boolean confirmed, Optional<String> counterfactual, Optional<String> remark) {
    @Override
    public String toString() {
      return "answer of a company";
    }
  }

  /**
   * What the company is asked to confirm.
   *
   * @param kind a code of {@code outcome-kinds}
   */
  @Schema(name = "ConfirmationQuestion")
  record Question(
      String kind,
      CountryCode country,
      List<Field> fields,
      Optional<Money> value,
      Optional<String> valueBand,
      Optional<LocalDate> on,
      int fiscalYear) {
    static Question of(Claim claim) {
      return new Question(
          claim.kind(),
          claim.country(),
          claim.fields(),
          claim.value(),
          claim.valueBand(),
          claim.on(),
          claim.fiscalYear());
    }
  }

  /** It is noted. */
  @Schema(name = "ConfirmationNoted")
  record Noted(boolean confirmed) {}

  @Operation(
      summary = "What a company is asked to confirm.",
      description = "For whoever has the link of the letter. The link is not used up.")
  @PostMapping("/look")
  @PublicEndpoint
  Mono<Question> look(@RequestBody LinkShown shown) {
    return links.look(shown.link()).map(outcome -> Question.of(outcome.known()));
  }

  @Operation(
      summary = "A company confirms or disputes an outcome.",
      description = "The link is used up with it.")
  @PostMapping
  @PublicEndpoint
  Mono<Noted> answer(@RequestBody AnswerGiven given) {
    return links
        .answer(given.link(), given.confirmed(), given.counterfactual(), given.remark())
        .thenReturn(new Noted(given.confirmed()));
  }
}
