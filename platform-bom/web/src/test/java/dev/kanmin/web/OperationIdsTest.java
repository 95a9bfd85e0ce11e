package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

class OperationIdsTest {
  @RequestMapping("/v1/missions/{id}/applications")
  static class Applications {
    @GetMapping
    void list() {}

    @PostMapping
    void applyForCompany() {}

    @PostMapping("/{application}/accept-offer")
    void acceptOffer() {}
  }

  static class Others {
    @PostMapping("/v1/activities/import")
    void importFile() {}

    @GetMapping("/v1/companies/{number}")
    void applications() {}

    @GetMapping("/v1/cells")
    void readCells() {}

    @GetMapping("/v1/cells/{country}/{field}")
    void readCell() {}

    @GetMapping("/status")
    void status() {}

    @GetMapping("/v1/parked-subjects")
    void listParkedSubjects() {}
  }

  @ParameterizedTest
  @CsvSource({
    "list,               missionsApplicationsList",
    "applyForCompany,    missionsApplicationsApply",
    "acceptOffer,        missionsApplicationsAcceptOffer",
    "importFile,         activitiesImport",
    "applications,       companiesApplications",
    "status,             status",
    "listParkedSubjects, parkedSubjectsList"
  })
  void an_operation_is_named_by_its_address_and_what_it_does(String method, String id) {
    assertThat(new OperationIds().of(handler(method))).isEqualTo(id);
  }

  @Test
  void two_addresses_of_one_name_are_a_fault() {
    OperationIds ids = new OperationIds();
    assertThat(ids.of(handler("readCells"))).isEqualTo("cellsRead");
    assertThat(ids.of(handler("readCells"))).isEqualTo("cellsRead");
    assertThatIllegalStateException()
        .isThrownBy(() -> ids.of(handler("readCell")))
        .withMessageContaining("would both be the operation cellsRead");
  }

  private static HandlerMethod handler(String name) {
    for (Object bean : new Object[] {new Applications(), new Others()}) {
      for (var method : bean.getClass().getDeclaredMethods()) {
        if (method.getName().equals(name)) {
          return new HandlerMethod(bean, method);
        }
      }
    }
    throw new AssertionError(name + " " + "is no method");
  }
}
