package dev.kanmin.directory.office;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.directory.office.OfficeCommand.*;
import dev.kanmin.directory.office.OfficeEvent.*;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.contract.LifeCycleDocument;
import dev.kanmin.testkit.service.Stories;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of an office; its examples are those of the contract. */
public class OfficeStoriesTest {
  private static final AgencyCode JETRO = AgencyCode.of("jetro");
  private static final ResponsibleOffice HANOI =
      new ResponsibleOffice("sample-hanoi", LocalizedText.of("【サンプル】ハノイ", "[Sample] Hanoi"));
  private static final ResponsibleOffice HUE =
      new ResponsibleOffice("sample-hue", LocalizedText.of("【サンプル】フエ", "[Sample] Hue"));
  private static final String ID = OfficeWork.id(JETRO, "sample-hanoi");

  /** Adds the events to the contract. */
  public static EventContract addTo(EventContract contract) {
    return contract.told(
        Offices.TYPE,
        List.of(hanoi().given(new Rename(HUE.name()), new HandOver(HUE), new Close())),
        List.of());
  }

  @Test
  void the_life_cycle_in_the_readme_is_that_of_the_table() {
    LifeCycleDocument.check(Path.of("README.md"), OfficeLifeCycle.TABLE);
  }

  @Test
  void it_hands_over_to_another_one() {
    hanoi().when(new HandOver(HUE)).then(new OfficeHandedOver(ID, JETRO, "sample-hanoi", HUE));
    hanoi().when(new HandOver(HANOI)).thenRefusedBy(OfficeRules.OTHER_OFFICE_NEEDED, "/to");
    hanoi().by("jica").when(new HandOver(HUE)).thenRefusedBy(OfficeRules.NOT_YOUR_OFFICE);
  }

  @Test
  void a_closed_one_does_nothing_more() {
    var closed = hanoi().given(new Close());
    closed.when(new Close()).thenNothing();
    closed.when(new Rename(HUE.name())).thenRefusedBy(OfficeRules.OFFICE_CLOSED);
    closed.when(new HandOver(HUE)).thenRefusedBy(OfficeRules.OFFICE_CLOSED);
  }

  @Test
  void an_agency_has_a_code_once() {
    hanoi().when(new Register(ID, HANOI)).thenRefusedBy(OfficeRules.OFFICE_KNOWN);
    hanoi().when(new Rename(HANOI.name())).thenNothing();
  }

  private static Stories<OfficeCommand, OfficeEvent, Office> hanoi() {
    return Stories.of(Offices.TYPE).given(new Register(ID, HANOI));
  }
}
