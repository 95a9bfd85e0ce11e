package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.result.method.RequestMappingInfo;

class ListedServiceTest {
  private static final Service LISTED = ServiceList.kanmin().services().getFirst();
  private static final String PATH = LISTED.paths().getFirst();
  private static final String SCOPE = "operations:read";

  private final GuardedHandlerMapping mapping = new GuardedHandlerMapping();

  static class Handlers {
    @RequiresScope(SCOPE)
    void listed() {}

    @RequiresScope("nobodys:read")
    void unknown() {}
  }

  @Test
  void what_is_listed_is_in_order() throws NoSuchMethodException {
    answer(PATH, "listed");
    answer(PATH + "/{id}", "listed");
    answer("/v1/parked-subjects/{id}", "listed");
    answer("/v1/operations/republish", "listed");
    answer("/internal/relay", "listed");

    assertThatCode(() -> check(LISTED.name())).doesNotThrowAnyException();
  }

  @Test
  void a_scope_that_nobody_could_get_is_told_at_start() throws NoSuchMethodException {
    answer(PATH, "unknown");

    assertThatIllegalStateException()
        .isThrownBy(() -> check(LISTED.name()))
        .withMessageStartingWith(
            "services.yaml: " + LISTED.name() + ": scopes lacks nobodys:read, which ")
        .withMessageContaining("Handlers#unknown");
  }

  @Test
  void an_address_that_would_not_be_routed_is_told_at_start() throws NoSuchMethodException {
    answer(PATH + "-and-more", "listed");

    assertThatIllegalStateException()
        .isThrownBy(() -> check(LISTED.name()))
        .withMessageStartingWith(
            "services.yaml: " + LISTED.name() + ": paths lacks " + PATH + "-and-more, which ");
  }

  @Test
  void of_a_program_that_is_not_listed_nothing_is_known() throws NoSuchMethodException {
    answer("/v1/things", "unknown");

    assertThatCode(() -> check("things")).doesNotThrowAnyException();
  }

  @Test
  void a_listed_service_with_more_than_is_listed_does_not_start() {
    assertThatThrownBy(
            () ->
                RunningApplication.start(
                    RunningApplication.issuer().uri(), "kanmin.service=" + LISTED.name()))
        .hasMessageStartingWith("services.yaml: " + LISTED.name());
  }

  private void check(String name) {
    new ListedService(name, () -> mapping).afterSingletonsInstantiated();
  }

  private void answer(String path, String method) throws NoSuchMethodException {
    Method handler = Handlers.class.getDeclaredMethod(method);
    mapping.registerHandlerMethod(new Handlers(), handler, RequestMappingInfo.paths(path).build());
  }
}
