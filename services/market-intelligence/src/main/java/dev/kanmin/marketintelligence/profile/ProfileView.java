package dev.kanmin.marketintelligence.profile;

import dev.kanmin.events.aggregates.Stored;
import dev.kanmin.marketintelligence.profile.IndicatorFigures.IndicatorValue;
import dev.kanmin.marketintelligence.profile.Profiles.Profile;
import java.time.Instant;
import java.util.List;

/**
 * A profile as it is shown.
 *
 * @param openTenders of the cell
 * @param indicators of the country, the newest value of each
 */
public record ProfileView(
    String id,
    long version,
    ProfileFacts profile,
    Attractiveness attractiveness,
    long openTenders,
    List<IndicatorValue> indicators,
    Instant updatedAt) {

  static ProfileView of(
      Stored<Profile> stored,
      long openTenders,
      List<String> showstoppers,
      List<IndicatorValue> indicators) {
    ProfileFacts facts = stored.state().known();
    return new ProfileView(
        stored.id(),
        stored.version(),
        facts,
        Attractiveness.of(facts, openTenders, showstoppers),
        openTenders,
        indicators,
        stored.updatedAt());
  }

  /** A profile in a list. */
  public record ProfileSummary(String id, long version, ProfileFacts profile, Instant updatedAt) {
    static ProfileSummary of(Stored<Profile> stored) {
      return new ProfileSummary(
          stored.id(), stored.version(), stored.state().known(), stored.updatedAt());
    }
  }
}
