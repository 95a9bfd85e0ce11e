package dev.kanmin.marketintelligence.tender;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Coded;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tender as everybody may see it.
 *
 * @param ocid identifier of the contracting process, of what came from OCDS
 * @param reference its number elsewhere: of a World Bank notice, or as an officer entered it
 * @param title language tag to text; {@code und} where its language is not known
 * @param summary the same, of what is asked for; at most 500 characters of it
 * @param buyer who buys, as published
 * @param country of the buyer
 * @param countryBy what the country was found by
 * @param closes until when an offer can be made; absent where no source says
 * @param value as published, of the whole procedure
 * @param method as published: open, selective, limited, direct, or the source's own word
 * @param items what is bought; at most 50
 * @param url where more is to be read
 * @param owner the agency that answers for it here: the first that imported or entered it
 */
public record TenderFacts(
    Origin origin,
    TenderState state,
    Optional<String> ocid,
    Optional<String> reference,
    @JsonSetter(nulls = AS_EMPTY) Map<String, String> title,
    @JsonSetter(nulls = AS_EMPTY) Map<String, String> summary,
    Optional<String> buyer,
    Optional<CountryCode> country,
    Optional<CountryReason> countryBy,
    @JsonSetter(nulls = AS_EMPTY) List<FieldMapping> fields,
    Optional<Closes> closes,
    Optional<Money> value,
    Optional<String> method,
    @JsonSetter(nulls = AS_EMPTY) List<TenderItem> items,
    Optional<String> url,
    AgencyCode owner,
    boolean sample) {

  static final int MOST_ITEMS = 50;

  /** Where it comes from, and so how it is changed. */
  public enum Origin implements Coded {
    OCDS,
    WORLD_BANK,
    ENTERED
  }

  /** What told the country. */
  public enum CountryReason implements Coded {
    /** The address of the buyer or of the procuring entity. */
    ADDRESS,
    /**
     * The register of the buyer's identifier; org-id.guide begins a national one by its country.
     */
    REGISTER,
    /** Where the goods are delivered. */
    DELIVERY,
    /** The source names it, or whoever imported the file did. */
    STATED
  }

  TenderFacts in(TenderState newState) {
    return new TenderFacts(
        origin, newState, ocid, reference, title, summary, buyer, country, countryBy, fields,
        closes, value, method, items, url, owner, sample);
  }

  TenderFacts with(List<FieldMapping> newFields) {
    return new TenderFacts(
        origin, state, ocid, reference, title, summary, buyer, country, countryBy, newFields,
        closes, value, method, items, url, owner, sample);
  }
}
