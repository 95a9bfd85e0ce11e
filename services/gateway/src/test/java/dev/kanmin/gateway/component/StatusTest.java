package dev.kanmin.gateway.component;

import static dev.kanmin.gateway.component.RunningGateway.GATEWAY;
import static dev.kanmin.gateway.component.RunningGateway.await;
import static dev.kanmin.gateway.component.RunningGateway.json;
import static dev.kanmin.gateway.component.RunningGateway.manage;
import static dev.kanmin.gateway.component.RunningGateway.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.services.Service;
import dev.kanmin.codes.services.ServiceList;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StatusTest {

  @Test
  void anybody_may_see_how_the_system_does() {
    await(
        "a writer",
        () -> json(status("application/json")).at("/writer/role").asString().equals("COPYING"));

    JsonNode status = json(status("application/json"));
    assertThat(status.at("/picture/ready").asBoolean()).isTrue();
    assertThat(status.at("/sources").findValuesAsString("service"))
        .containsExactlyInAnyOrderElementsOf(
            ServiceList.kanmin().services().stream().map(Service::name).toList());
    assertThat(status.at("/sources/0/up").asBoolean()).isTrue();
  }

  @Test
  void people_get_a_page_or_plain_text() {
    assertThat(status("text/html").body())
        .contains("稼働状況", "<html lang=\"ja\">")
        .contains("/assets/kanmin.css");
    assertThat(status("text/plain").body()).contains("feed writer here:");
  }

  @Test
  void the_node_is_ready_once_the_picture_is_complete() {
    await("readiness", () -> manage("/actuator/health/readiness").statusCode() == 200);
  }

  private static HttpResponse<String> status(String accept) {
    return send(
        HttpRequest.newBuilder(URI.create(GATEWAY.url() + "/status")).header("Accept", accept));
  }
}
