package dev.kanmin.marketintelligence.profile;

import dev.kanmin.events.aggregates.AggregateType;
import dev.kanmin.marketintelligence.profile.Profiles.Work;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.service.Stories;
import java.util.List;

/** A made-up profile. */
public final class ProfileContract {
  private ProfileContract() {}

  public static AggregateType<?, ?, ?> type() {
    return Profiles.TYPE;
  }

  public static void tell(EventContract contract) {
    var full = Stories.of(Profiles.TYPE).given(new Work(ProfileMakerTest.ofSample()));
    contract.told(Profiles.TYPE, List.of(full), List.of());
  }
}
