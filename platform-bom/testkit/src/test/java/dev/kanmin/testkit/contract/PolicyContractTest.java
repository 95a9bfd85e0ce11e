package dev.kanmin.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.events.inbox.PolicyDeclaration;
import dev.kanmin.events.inbox.PolicyDeclaration.CardsOf;
import dev.kanmin.events.inbox.PolicyDeclaration.Caused;
import dev.kanmin.events.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyContractTest {
  private static final String NEED = "dev.kanmin.linkages.need-registered.v1";
  private static final String AGREED = "dev.kanmin.linkages.linkage-agreed.v1";
  private static final String OPENED = "dev.kanmin.advice.case-opened.v1";

  @TempDir Path services;

  @Test
  void no_reaction_of_kanmin_leads_to_itself() {
    PolicyContract.terminates(Path.of("..", "..", "services"));
  }

  @Test
  void policies_that_only_lead_on_terminate() throws Exception {
    publish("linkages", policy("propose", NEED, AGREED, "linkage"));
    publish("advice", policy("open-a-case", AGREED, OPENED, "case"));
    Files.createDirectories(services.resolve("missions").resolve("contract"));

    assertThatCode(() -> PolicyContract.terminates(services)).doesNotThrowAnyException();
  }

  @Test
  void a_circle_through_three_services_is_told_step_by_step() throws Exception {
    publish("linkages", policy("propose", NEED, AGREED, "linkage"));
    publish("advice", policy("open-a-case", AGREED, OPENED, "case"));
    publish(
        "tower",
        new PolicyDeclaration(
            "ask-again",
            List.of(),
            List.of(new CardsOf("advice", "case")),
            List.of(new Caused(NEED, "need"))));

    assertThatThrownBy(() -> PolicyContract.terminates(services))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "open-a-case of advice causes " + OPENED + ", which ask-again of tower hears",
            "ask-again of tower causes " + NEED + ", which propose of linkages hears",
            "propose of linkages causes " + AGREED + ", which open-a-case of advice hears");
  }

  @Test
  void cards_of_another_kind_or_service_are_not_heard() throws Exception {
    publish("linkages", policy("propose", NEED, AGREED, "linkage"));
    publish(
        "tower",
        new PolicyDeclaration(
            "ask-again",
            List.of(),
            List.of(new CardsOf("linkages", "activity"), new CardsOf("missions", "linkage")),
            List.of(new Caused(NEED, "need"))));

    assertThatCode(() -> PolicyContract.terminates(services)).doesNotThrowAnyException();
  }

  @Test
  void a_contract_that_says_something_else_is_found() throws Exception {
    PolicyDeclaration policy = policy("propose", NEED, AGREED, "linkage");
    publish("linkages", policy);
    Path contract = services.resolve("linkages").resolve("contract");

    assertThatCode(() -> PolicyContract.check(contract, List.of(policy)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> PolicyContract.check(contract, List.of()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-Dkanmin.golden.update=true");
  }

  private void publish(String service, PolicyDeclaration... policies) throws IOException {
    Path contract = Files.createDirectories(services.resolve(service).resolve("contract"));
    Files.write(contract.resolve("policies.json"), Json.events().writeValueAsBytes(policies));
  }

  private static PolicyDeclaration policy(String name, String hears, String causes, String kind) {
    return new PolicyDeclaration(
        name, List.of(hears), List.of(), List.of(new Caused(causes, kind)));
  }
}
