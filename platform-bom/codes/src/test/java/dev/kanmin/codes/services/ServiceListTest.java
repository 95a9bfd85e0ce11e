package dev.kanmin.codes.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kanmin.codes.Language;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ServiceListTest {
  private static final String TWO =
      """
      services:
        - name: tea-houses
          label: {ja: 茶室, en: Tea houses, zh-Hans: 茶室, zh-Hant: 茶室, ko: 다실}
          paths: [/v1/tea-houses, /v1/kettles]
          transfers: [POST /v1/kettles/import, GET /v1/kettles/export]
          scopes:
            kettles:read: [officer, analyst]
            kettles:write: [officer]
          follows: [gardens]
          heapMegabytes: 128
        - name: gardens
          label: {ja: 庭, en: Gardens, zh-Hans: 庭园, zh-Hant: 庭園, ko: 정원}
          paths: [/v1/gardens]
          transfers: []
          scopes: {}
          follows: []
          heapMegabytes: 96
      gateway:
        scopes:
          views:read: [officer, analyst]
        heapMegabytes: 112
        open: [/v1/kettles/asked]
      everywhere:
        operations:read: [operator]
      """;

  @Test
  void what_follows_from_an_entry() {
    var houses = ServiceFile.read(TWO).require("tea-houses");

    assertThat(houses.topic()).isEqualTo("kanmin.tea-houses");
    assertThat(houses.deadLetterTopics()).containsExactly("kanmin.gardens.tea-houses.dlt");
    assertThat(houses.urlVariable()).isEqualTo("KANMIN_TEA_HOUSES_URL");
    assertThat(houses.module()).isEqualTo("services/tea-houses");
    assertThat(houses.transfers())
        .containsExactly(
            new Transfer("POST", "/v1/kettles/import"), new Transfer("GET", "/v1/kettles/export"));
    assertThat(houses.label().in(Language.KOREAN)).isEqualTo("다실");
  }

  @Test
  void the_gateway_comes_last_and_has_the_first_port() {
    var list = ServiceFile.read(TWO);

    assertThat(list.programs())
        .extracting(Program::name)
        .containsExactly("tea-houses", "gardens", "gateway");
    assertThat(list.programs()).extracting(list::usualPort).containsExactly(8081, 8082, 8080);
  }

  @Test
  void each_demo_role_gets_its_scopes_from_all_entries() {
    var list = ServiceFile.read(TWO);

    assertThat(list.scopesOf(DemoRole.OFFICER))
        .containsExactlyInAnyOrder("kettles:read", "kettles:write", "views:read");
    assertThat(list.scopesOf(DemoRole.ANALYST))
        .containsExactlyInAnyOrder("kettles:read", "views:read");
    assertThat(list.scopesOf(DemoRole.OPERATOR)).containsExactly("operations:read");
    assertThat(list.scopes().keySet())
        .containsExactly("kettles:read", "kettles:write", "operations:read", "views:read");
  }

  @Test
  void a_service_that_is_not_listed_is_refused_with_those_that_are() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServiceFile.read(TWO).require("tea-house"))
        .withMessage("'tea-house' is not a service: services.yaml lists [tea-houses, gardens]");
  }

  @Test
  void the_list_of_kanmin_is_in_order() {
    var list = ServiceList.kanmin();

    assertThat(list.services()).isNotEmpty();
    assertThat(list.scopesOf(DemoRole.ANALYST)).isSubsetOf(list.scopesOf(DemoRole.OFFICER));
  }

  @Test
  void what_is_not_yaml_is_told_with_its_line() {
    fault("label: {ja: 庭", "label: {ja: 庭, {", "services.yaml, line 12: expected");
  }

  @Test
  void a_property_that_nobody_knows_is_told_with_its_line() {
    fault("follows: []", "follows: []\n    leads: []", "line 17: Unrecognized property \"leads\"");
  }

  @Test
  void every_entry_says_everything() {
    fault("    transfers: []\n", "", "line 11: Missing creator property 'transfers'");
  }

  @Test
  void a_property_stands_once() {
    fault("scopes: {}", "paths: [/v1/ponds]", "line 15: paths is there twice");
  }

  @Test
  void a_name_is_one_that_topics_and_folders_can_have() {
    fault("name: gardens", "name: Gardens", "line 11: name: 'Gardens' is not possible: expected");
    fault("name: gardens", "name: feed", "line 11: name: 'feed' is not possible: expected none of");
    fault("name: gardens", "name: tea-houses", "tea-houses: the name tea-houses is listed before");
  }

  @Test
  void a_label_is_in_every_language_of_the_site() {
    fault(", zh-Hant: 庭園, ko: 정원", "", "line 11: label: the text in zh-Hant, ko is missing");
  }

  @Test
  void an_address_belongs_to_one_service() {
    fault("[/v1/gardens]", "[/gardens]", "line 11: paths: '/gardens' is not possible");
    fault("[/v1/kettles/asked]", "[asked]", "paths: 'asked' is not possible");
    fault("[/v1/gardens]", "[/v1/gardens/**]", "line 11: paths: '/v1/gardens/**' is not possible");
    fault("[/v1/gardens]", "[/v1/kettles/lids]", "gardens: paths: /v1/kettles/lids is already");
    fault("[/v1/gardens]", "[/v1/kettles]", "paths: /v1/kettles is already answered by");
  }

  @Test
  void an_address_that_only_begins_alike_is_another() {
    assertThat(ServiceFile.read(TWO.replace("[/v1/gardens]", "[/v1/kettles-of-iron]")).services())
        .hasSize(2);
  }

  @Test
  void a_transfer_is_method_and_path_of_its_service() {
    fault(
        "GET /v1/kettles/export", "/v1/kettles/export", "line 5: transfers: '/v1/kettles/export'");
    fault(
        "GET /v1/kettles/export", "GET /v1/lids", "line 2: transfers: '/v1/lids' is not possible");
  }

  @Test
  void a_scope_is_two_words_and_listed_once() {
    fault("kettles:write", "kettles", "line 2: scopes: 'kettles' is not possible");
    fault("views:read", "kettles:read", "gateway: the scope kettles:read is listed before");
    fault("views:read", "operations:read", "gateway: the scope operations:read is listed before");
    fault("[operator]", "[operators]", "line 24: ", "\"operators\": not one of the values");
  }

  @Test
  void who_is_followed_is_a_listed_service() {
    fault("[gardens]", "[garden]", "tea-houses: follows: 'garden' is not a listed service");
    fault("[gardens]", "[gardens, gardens]", "follows: 'gardens' is not a listed service");
  }

  @Test
  void a_service_may_react_to_its_own_events() {
    var houses =
        ServiceFile.read(TWO.replace("[gardens]", "[gardens, tea-houses]")).require("tea-houses");

    assertThat(houses.deadLetterTopics())
        .containsExactly("kanmin.gardens.tea-houses.dlt", "kanmin.tea-houses.tea-houses.dlt");
  }

  @Test
  void a_heap_is_some_megabytes() {
    fault("heapMegabytes: 96", "heapMegabytes: 128m", "line 17: ", "\"128m\"");
    fault("heapMegabytes: 96", "heapMegabytes: 1", "line 11: heapMegabytes: '1' is not possible");
    fault("heapMegabytes: 112", "heapMegabytes: 9999", "line 19: heapMegabytes: '9999'");
  }

  private static void fault(String good, String bad, String... said) {
    assertThat(TWO).contains(good);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                ServiceFile.read(
                    TWO.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad))))
        .satisfies(fault -> assertThat(fault.getMessage()).contains(said));
  }
}
