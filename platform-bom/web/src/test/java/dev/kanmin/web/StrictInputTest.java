package dev.kanmin.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class StrictInputTest {
  private static final String GOOD =
      """
      {"name":"a","country":"VN","capacity":3,"colour":"dark-blue",
       "stops":[{"country":"JP","from":"2027-01-01"}]}""";

  private final WebTestClient jica = RunningApplication.jica();

  @Test
  void a_good_body_is_taken() {
    post(GOOD).expectStatus().isCreated();
  }

  static Stream<Arguments> badBodies() {
    return Stream.of(
        fault("", "", "missing", "A request body is required and absent."),
        fault("null", "", "missing", "The body is required."),
        fault("[]", "", "wrong-type", "The body must be an object."),
        fault("3", "", "wrong-type", "The body must be an object."),
        fault(
            GOOD.replace("capacity", "capacities"),
            "/capacities",
            "unknown-field",
            "There is no field 'capacities' here. Accepted are name, country, fee, capacity,"
                + " colour, stops, notes, deadline."),
        fault(GOOD.replace("\"a\"", "null"), "/name", "missing", "/name is required."),
        fault(GOOD.replace("\"name\":\"a\",", ""), "/name", "missing", "/name is required."),
        fault(GOOD.replace("\"a\"", "7"), "/name", "wrong-type", "/name must be a string."),
        fault(GOOD.replace("\"a\"", "{}"), "/name", "wrong-type", "/name must be a string."),
        fault(
            GOOD.replace("3", "\"3\""),
            "/capacity",
            "wrong-type",
            "/capacity must be a whole number."),
        fault(
            GOOD.replace("3", "3.5"),
            "/capacity",
            "wrong-type",
            "/capacity must be a whole number."),
        fault(
            GOOD.replace("dark-blue", "DARK_BLUE"),
            "/colour",
            "invalid-value",
            "/colour must be one of dark-blue, red."),
        fault(
            GOOD.replace("JP", "XX"),
            "/stops/0/country",
            "invalid-value",
            "'XX' is not a country or region: expected an ISO 3166-1 alpha-2 code such as VN"),
        fault(
            GOOD.replace("2027-01-01", "2027-02-07T15:00:00.000Z"),
            "/stops/0/from",
            "invalid-value",
            "'2027-02-07T15:00:00.000Z' is not a day: expected a date (RFC 3339) such as"
                + " 2027-04-01"),
        fault(
            GOOD.replace("\"2027-01-01\"", "[2027,1,1]"),
            "/stops/0/from",
            "wrong-type",
            "/stops/0/from must be a date such as 2027-04-01."),
        fault(
            GOOD.replace("\"a\"", "\"a\\u0000\""),
            "/name",
            "invalid-value",
            "character 2 is U+0000, which no text has: leave it out"),
        fault(
            GOOD.replace("\"2027-01-01\"", "20270101"),
            "/stops/0/from",
            "wrong-type",
            "/stops/0/from must be a date such as 2027-04-01."),
        fault(
            withFee("{\"amount\":3000,\"currency\":\"JPY\"}"),
            "/fee/amount",
            "wrong-type",
            "/fee/amount must be a string."),
        fault(
            withFee("{\"currency\":\"JPX\",\"amount\":\"3,000\"}"),
            "/fee/currency",
            "invalid-value",
            "'JPX' is not a currency: expected an ISO 4217 code such as JPY"),
        fault(
            withFee("{\"amount\":\"1e3\",\"currency\":\"JPY\"}"),
            "/fee/amount",
            "invalid-value",
            "'1e3' is not an amount of money: expected a plain decimal such as 3000.00"),
        fault(
            withFee("{\"currency\":\"JPY\"}"),
            "/fee/amount",
            "missing",
            "/fee/amount is required."),
        fault(
            withFee("{\"amount\":null,\"currency\":\"JPY\"}"),
            "/fee/amount",
            "missing",
            "/fee/amount is required."),
        fault(withFee("3000"), "/fee", "wrong-type", "/fee must be an object."),
        fault(
            GOOD.replace("\"stops\":[", "\"stops\":[null,"),
            "/stops/0",
            "missing",
            "/stops/0 is required."));
  }

  @ParameterizedTest(name = "{1} {2}")
  @MethodSource("badBodies")
  void a_bad_body_is_refused_with_the_field_at_fault(
      String body, String pointer, String code, String detail) {
    post(body)
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.type")
        .isEqualTo("https://kanmin.dev/problems/bad-input")
        .jsonPath("$.errors[0].pointer")
        .isEqualTo(pointer)
        .jsonPath("$.errors[0].code")
        .isEqualTo(code)
        .jsonPath("$.errors[0].detail")
        .isEqualTo(detail);
  }

  @Test
  void all_faults_of_a_body_are_named_at_once() {
    post("""
            {"name":"a","land":"VN","capacity":true,"colour":"red",
             "stops":[{"country":"JP","form":"2027-01-01"},{"country":"XX","from":"2027-01-01"}]}""")
        .expectBody()
        .jsonPath("$.detail")
        .isEqualTo("6 faults were found; see errors.")
        .jsonPath("$.errors[*].pointer")
        .value(
            pointers ->
                assertThat((List<?>) pointers)
                    .isEqualTo(
                        List.of(
                            "/land",
                            "/capacity",
                            "/stops/0/form",
                            "/stops/0/from",
                            "/stops/1/country",
                            "/country")));
  }

  @Test
  void all_faults_of_money_are_named_at_once() {
    post(withFee("{\"currency\":\"JPX\",\"amount\":\"3,000\",\"rate\":1}"))
        .expectBody()
        .jsonPath("$.errors[*].pointer")
        .value(
            pointers ->
                assertThat((List<?>) pointers)
                    .isEqualTo(List.of("/fee/currency", "/fee/amount", "/fee/rate")));
    post(withFee("{\"currency\":\"JPY\",\"amount\":\"3000\"}").replace("VN", "XX"))
        .expectBody()
        .jsonPath("$.errors[*].pointer")
        .value(pointers -> assertThat((List<?>) pointers).isEqualTo(List.of("/country")));
  }

  @Test
  void a_slash_in_a_field_name_is_escaped_in_the_pointer() {
    post(GOOD.replace("{\"name\"", "{\"a/b~c\":1,\"name\""))
        .expectBody()
        .jsonPath("$.errors[0].pointer")
        .isEqualTo("/a~1b~0c");
  }

  static Stream<String> noJson() {
    return Stream.of(
        "{\"name\":\"a\",\n \"x\": }",
        "{\"name\":\"a\",\n \"b\"",
        "{\"name\":\"a\",\n \"b\": 5",
        "{\n'name':'a'}",
        GOOD.replace("\n", "\n\"name\":\"b\","),
        GOOD + "\nx");
  }

  @ParameterizedTest
  @MethodSource("noJson")
  void what_is_no_json_is_refused_with_line_and_column(String body) {
    post(body)
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].code")
        .isEqualTo("malformed-json")
        .jsonPath("$.errors[0].detail")
        .value(detail -> assertThat((String) detail).doesNotContain("Source:"))
        .jsonPath("$.errors[0].line")
        .value(line -> assertThat((Integer) line).isGreaterThan(1))
        .jsonPath("$.errors[0].column")
        .value(column -> assertThat((Integer) column).isPositive());
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 100_000})
  void absurd_depth_and_length_are_refused(int size) {
    for (String body :
        List.of(
            "[".repeat(size),
            "{\"a\":".repeat(size),
            "{\"name\":\"a\",\"notes\":" + "[".repeat(size),
            "{\"capacity\":" + "9".repeat(size + 1) + "}")) {
      absurd(body);
    }
  }

  private void absurd(String body) {
    post(body)
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].code")
        .isEqualTo("malformed-json");
  }

  @Test
  void something_after_the_body_is_refused() {
    post(GOOD + "{}").expectStatus().isBadRequest();
  }

  @Test
  void known_parameters_are_read_and_lists_may_repeat() {
    jica.get()
        .uri("/v1/things?limit=3&cursor=c&country=VN&colour=dark-blue&tag=a&tag=b")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.items[0]")
        .isEqualTo("PageRequest[cursor=Optional[c], limit=3]")
        .jsonPath("$.items[1]")
        .isEqualTo("Optional[VN]/Optional[DARK_BLUE]/Optional[[a, b]]");
  }

  static Stream<Arguments> badParameters() {
    return Stream.of(
        fault(
            "/v1/things?limitt=3",
            "limitt",
            "unknown-parameter",
            "There is no query parameter 'limitt' here. Accepted are colour, country, cursor, limit,"
                + " tag."),
        fault(
            "/v1/things/public?x=1",
            "x",
            "unknown-parameter",
            "There is no query parameter 'x' here. None are accepted."),
        fault(
            "/v1/things?limit=1&limit=2",
            "limit",
            "repeated",
            "limit may be given once, and was given more often."),
        fault("/v1/things?limit=0", "limit", "invalid-value", "limit is 0: expected 1 to 200."),
        fault("/v1/things?limit=201", "limit", "invalid-value", "limit is 201: expected 1 to 200."),
        fault(
            "/v1/things?limit=1000000000",
            "limit",
            "invalid-value",
            "limit is 1000000000: expected 1 to 200."),
        fault(
            "/v1/things?limit=many",
            "limit",
            "invalid-value",
            "limit is 'many': expected a whole number from 1 to 200."),
        fault(
            "/v1/things?country=XX",
            "country",
            "invalid-value",
            "country: 'XX' is not a country or region: expected an ISO 3166-1 alpha-2 code such as"
                + " VN"),
        fault(
            "/v1/things?colour=green",
            "colour",
            "invalid-value",
            "colour is 'green': expected one of dark-blue, red."),
        fault(
            "/v1/things/day/2027-13-01?count=1",
            "day",
            "invalid-value",
            "day is '2027-13-01': expected a date such as 2027-04-01."),
        fault(
            "/v1/things/day/2027-12-01+09:00?count=1",
            "day",
            "invalid-value",
            "day is '2027-12-01+09:00': expected a date such as 2027-04-01."),
        fault(
            "/v1/things/day/2027-12-01?count=x",
            "count",
            "invalid-value",
            "count is 'x': expected a whole number."),
        fault("/v1/things/day/2027-12-01", "count", "missing", "count is required and absent."));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badParameters")
  void a_bad_parameter_is_refused_by_name(
      String address, String parameter, String code, String detail) {
    jica.get()
        .uri(java.net.URI.create("http://127.0.0.1:" + RunningApplication.port() + address))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].parameter")
        .isEqualTo(parameter)
        .jsonPath("$.errors[0].code")
        .isEqualTo(code)
        .jsonPath("$.errors[0].detail")
        .isEqualTo(detail);
  }

  @Test
  void a_bad_header_is_refused_by_name() {
    jica.get()
        .uri("/v1/things/day/2027-12-01?count=1")
        .header("Kanmin-Number", "one")
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].header")
        .isEqualTo("Kanmin-Number")
        .jsonPath("$.errors[0].detail")
        .isEqualTo("Kanmin-Number is 'one': expected a whole number.");
  }

  private WebTestClient.ResponseSpec post(String body) {
    return jica.post()
        .uri("/v1/things")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  private static String withFee(String fee) {
    return GOOD.replace("\"capacity\"", "\"fee\":" + fee + ",\"capacity\"");
  }

  private static Arguments fault(String input, String place, String code, String detail) {
    return Arguments.of(input, place, code, detail);
  }
}
