package dev.kanmin.gateway.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kanmin.gateway.view.ViewParts.ChangeRef;
import dev.kanmin.gateway.view.ViewParts.DateView;
import dev.kanmin.gateway.view.ViewParts.Kept;
import dev.kanmin.gateway.view.ViewParts.Labelled;
import dev.kanmin.gateway.view.ViewParts.LeftOut;
import dev.kanmin.gateway.view.ViewParts.Party;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A card in words.
 *
 * @param ended whether nothing more is to happen in its state
 * @param countries all of its countries; absent where it is shown in one cell
 * @param fields all of its fields; absent where it is shown in one cell
 * @param percentages those of the cell's country and field, where known; absent elsewhere
 * @param figures of a cell the cell's part, exact; elsewhere all as they are on the card
 * @param undivided whether some of the figures could not be divided, as percentages are missing
 * @param facets name of a code list to codes of it
 * @param links to other subjects, and to identifiers elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CardView(
    String id,
    Labelled kind,
    Optional<String> title,
    Optional<String> summary,
    Labelled state,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean ended,
    List<Part> countries,
    List<Part> fields,
    Map<String, String> percentages,
    Map<String, List<Labelled>> facets,
    List<DateView> dates,
    List<FigureView> figures,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean undivided,
    List<Party> responsible,
    List<LinkView> links,
    List<LeftOut> leftOut,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean sample,
    ChangeRef lastChange)
    implements Kept {

  /**
   * A country or a field.
   *
   * @param percentage of the whole, where known
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "CardPart")
  public record Part(String code, String label, Optional<String> percentage) {}

  /**
   * A figure.
   *
   * @param unit ISO 4217 for money
   * @param year calendar year, if it is of one
   * @param countries of its own, by code
   * @param fields of its own, by code
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record FigureView(
      Labelled what,
      String amount,
      Optional<String> unit,
      Optional<Integer> year,
      List<String> countries,
      List<String> fields) {}

  /** A link, as its own end tells it. */
  public record LinkView(Labelled rel, String to) {}
}
