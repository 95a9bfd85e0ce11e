package dev.kanmin.directory.counterpart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.LocalizedText;
import dev.kanmin.directory.counterpart.CounterpartCommand.*;
import dev.kanmin.directory.counterpart.CounterpartEvent.*;
import dev.kanmin.directory.office.ResponsibleOffice;
import dev.kanmin.events.wire.Json;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.contract.LifeCycleDocument;
import dev.kanmin.testkit.service.Stories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The life of a counterpart's record; its examples are those of the contract. */
public class CounterpartStoriesTest {
  private static final String ID = "cpt_00000000000000000000000001";
  private static final String OTHER = "cpt_00000000000000000000000002";
  private static final ResponsibleOffice HO_CHI_MINH =
      new ResponsibleOffice("sample-hcmc", LocalizedText.of("【サンプル】ホーチミン", "[Sample] HCMC"));

  /** Adds the events to the contract. */
  public static EventContract addTo(EventContract contract) {
    return contract.told(
        Counterparts.TYPE,
        List.of(hospital().given(new HandOver("sample-hanoi", HO_CHI_MINH), new Merge(OTHER))),
        List.of(
            registered(profile(json -> json.remove(List.of("city", "office", "identifiers"))))));
  }

  @Test
  void the_life_cycle_in_the_readme_is_that_of_the_table() {
    LifeCycleDocument.check(Path.of("README.md"), CounterpartLifeCycle.TABLE);
  }

  @Test
  void what_changes_nothing_is_no_event_and_revisions_rise() {
    hospital().when(new ChangeProfile(profile(json -> {}))).thenNothing();
    var renamed = profile(json -> json.withObject("/names").put("en", "New"));
    assertThat(hospital().when(new ChangeProfile(renamed)).events())
        .singleElement()
        .isInstanceOfSatisfying(
            CounterpartChanged.class, it -> assertThat(it.revision()).isEqualTo(2));
  }

  @Test
  void only_the_responsible_agency_changes_it() {
    hospital()
        .by("jica")
        .when(new Merge(OTHER))
        .thenRefusedBy(CounterpartRules.NOT_YOUR_COUNTERPART);
  }

  @Test
  void a_merged_record_is_in_no_country() {
    var card = hospital().given(new Merge(OTHER)).card().orElseThrow();
    assertThat(card.state()).isEqualTo("merged");
    assertThat(card.countries()).isEmpty();
    assertThat(hospital().card().orElseThrow().countries())
        .singleElement()
        .extracting("code")
        .isEqualTo("VN");
  }

  @Test
  void it_is_abroad() {
    Stories.of(Counterparts.TYPE)
        .when(new Register(ID, profile(json -> json.put("country", "JP"))))
        .thenRefusedBy(CounterpartProfile.COUNTERPART_NOT_ABROAD, "/country");
  }

  @Test
  void it_goes_with_the_office_that_looks_after_it() {
    hospital().when(new HandOver("sample-tokyo", HO_CHI_MINH)).thenNothing();
    hospital()
        .when(new HandOver("sample-hanoi", HO_CHI_MINH))
        .then(new CounterpartHandedOver(ID, "sample-hanoi", HO_CHI_MINH));
  }

  private static Stories<CounterpartCommand, CounterpartEvent, Counterpart> hospital() {
    return registered(profile(json -> {}));
  }

  private static Stories<CounterpartCommand, CounterpartEvent, Counterpart> registered(
      CounterpartProfile profile) {
    return Stories.of(Counterparts.TYPE).given(new Register(ID, profile));
  }

  private static CounterpartProfile profile(Consumer<ObjectNode> change) {
    try {
      ObjectNode json =
          (ObjectNode)
              Json.events()
                  .readTree(Files.readString(Path.of("src/dev/counterparts/hospital.json")));
      change.accept(json);
      return Json.strict().treeToValue(json, CounterpartProfile.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
