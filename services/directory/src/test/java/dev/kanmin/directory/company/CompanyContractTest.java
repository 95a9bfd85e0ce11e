package dev.kanmin.directory.company;

import static dev.kanmin.directory.company.Samples.OTHER;
import static dev.kanmin.directory.company.Samples.endoscopeMaker;
import static dev.kanmin.directory.company.Samples.registered;
import static dev.kanmin.directory.company.Samples.soleProprietor;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.directory.company.CompanyCommand.*;
import dev.kanmin.directory.counterpart.CounterpartStoriesTest;
import dev.kanmin.directory.office.OfficeStoriesTest;
import dev.kanmin.directory.office.ResponsibleOffice;
import dev.kanmin.testkit.contract.EventContract;
import dev.kanmin.testkit.contract.LifeCycleDocument;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CompanyContractTest {
  private static final Path CONTRACT = Path.of("contract");
  private static final Path README = Path.of("README.md");

  /** Adds the events to the contract. */
  static EventContract addTo(EventContract contract) {
    var grant =
        new ConsentGrant(
            AgencyCode.of("jica"),
            List.of(ConsentPurpose.values()),
            Optional.of(LocalDate.of(2027, 3, 31)));
    var office =
        new ResponsibleOffice("sample-hanoi", LocalizedText.of("【サンプル】ハノイ", "[Sample] Hanoi"));
    return contract.told(
        Companies.TYPE,
        List.of(
            registered(endoscopeMaker())
                .given(
                    new SetConsent(List.of(grant)),
                    new HandOver("sample-tokyo", office),
                    new Merge(OTHER),
                    new Erase())),
        List.of(registered(soleProprietor())));
  }

  @TestFactory
  Stream<DynamicTest> events_are_what_their_golden_files_say() {
    EventContract contract = addTo(new EventContract(CONTRACT));
    return OfficeStoriesTest.addTo(CounterpartStoriesTest.addTo(contract)).tests();
  }

  @Test
  void the_life_cycles_in_the_readme_are_those_of_the_tables() {
    LifeCycleDocument.check(README, CompanyLifeCycle.TABLE);
  }
}
