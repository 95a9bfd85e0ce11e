package dev.kanmin.odalinkage.iati;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.odalinkage.iati.IatiActivity.ActivityDate;
import dev.kanmin.odalinkage.iati.IatiActivity.Budget;
import dev.kanmin.odalinkage.iati.IatiActivity.Description;
import dev.kanmin.odalinkage.iati.IatiActivity.Money;
import dev.kanmin.odalinkage.iati.IatiActivity.ParticipatingOrganisation;
import dev.kanmin.odalinkage.iati.IatiActivity.Recipient;
import dev.kanmin.odalinkage.iati.IatiActivity.ReportingOrganisation;
import dev.kanmin.odalinkage.iati.IatiActivity.Sector;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActivityBuilderTest {

  private final IatiValidator validator = new IatiValidator(IatiCodeLists.NONE, Iati.CLOCK);

  @Test
  void an_entered_activity_is_valid_and_reads_back_as_entered() {
    IatiElement tree = entered().build();

    assertThat(validator.check(tree).faults().faults()).isEmpty();
    IatiActivity read = Iati.read(Iati.write(List.of(tree))).accepted(0).activity();
    assertThat(read).isEqualTo(IatiActivity.of(tree));
    assertThat(read.title().byLanguage()).containsEntry("en", "Endoscopes");
    assertThat(read.budgets().getFirst().value().amount()).isEqualTo(new BigDecimal("3000.50"));
  }

  @Test
  void parts_are_put_in_the_order_of_the_schema_whatever_the_order_of_setting() {
    assertThat(entered().build().elements().map(element -> element.name().local()))
        .containsExactly(
            "iati-identifier",
            "reporting-org",
            "title",
            "description",
            "participating-org",
            "activity-status",
            "activity-date",
            "recipient-country",
            "sector",
            "budget");
  }

  @Test
  void what_is_missing_or_cannot_be_written_is_told_by_the_validator() {
    assertThat(validator.check(ActivityBuilder.of("XM-SAMPLE-1-A").build()).faults().faults())
        .extracting(Fault::code)
        .containsOnly(FaultCode.MISSING_ELEMENT)
        .hasSize(6);
    assertThat(
            validator
                .check(entered().title(LocalizedText.of("en", "a\u0001b")).build())
                .faults()
                .faults())
        .extracting(Fault::code)
        .containsExactly(FaultCode.NOT_WELL_FORMED);
    assertThat(validator.check(entered().title(LocalizedText.EMPTY).build()).faults().faults())
        .extracting(Fault::path)
        .containsExactly("/iati-activity/title");
  }

  private static ActivityBuilder entered() {
    return ActivityBuilder.of("XM-SAMPLE-1-A")
        .lastUpdated(Iati.CLOCK.instant())
        .budgets(
            List.of(
                new Budget(
                    "1",
                    "1",
                    LocalDate.of(2026, 4, 1),
                    LocalDate.of(2027, 3, 31),
                    new Money(
                        new BigDecimal("3000.50"),
                        Optional.of("EUR"),
                        Optional.of(LocalDate.of(2026, 4, 1))))))
        .sectors(List.of(new Sector("1", "12191", Optional.empty(), LocalizedText.EMPTY)))
        .status("1")
        .title(LocalizedText.of("ja", "内視鏡").and("en", "Endoscopes"))
        .reportingOrganisation(
            new ReportingOrganisation(
                "XM-SAMPLE-1", "10", false, LocalizedText.of("ja", "【サンプル】機関")))
        .descriptions(List.of(new Description(Optional.of("1"), LocalizedText.of("ja", "整備"))))
        .participatingOrganisations(
            List.of(
                new ParticipatingOrganisation(
                    Optional.of("XM-SAMPLE-1"),
                    Optional.of("10"),
                    "1",
                    Optional.empty(),
                    LocalizedText.EMPTY)))
        .dates(List.of(new ActivityDate("1", LocalDate.of(2026, 4, 1))))
        .recipientCountries(
            List.of(new Recipient(Optional.empty(), "VN", Optional.empty(), LocalizedText.EMPTY)));
  }
}
