package dev.kanmin.marketintelligence.tender;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.marketintelligence.ocds.Release;
import java.util.List;
import java.util.Optional;

/**
 * What a tender is made from.
 *
 * @param notice a World Bank notice, or what was entered, as JSON
 * @param fieldsOverridden whether an officer decided the fields
 */
public record TenderSources(
    @JsonSetter(nulls = AS_EMPTY) List<Release> releases,
    Optional<String> notice,
    boolean fieldsOverridden) {

  static TenderSources of(Tender tender) {
    return new TenderSources(tender.releases(), tender.notice(), tender.fieldsOverridden());
  }

  TenderSources with(List<Release> newReleases) {
    return new TenderSources(newReleases, notice, fieldsOverridden);
  }

  TenderSources noticed(String json) {
    return new TenderSources(releases, Optional.of(json), fieldsOverridden);
  }

  TenderSources overridden() {
    return new TenderSources(releases, notice, true);
  }
}
