package dev.kanmin.marketintelligence.ocds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.kanmin.events.wire.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The merge rules of the standard, one by one. */
class OcdsMergeTest {
  private static final String JANUARY = "2026-01-01T00:00:00Z";
  private static final String FEBRUARY = "2026-02-01T00:00:00Z";
  private static final String MARCH = "2026-03-01T00:00:00Z";

  @Test
  void id_date_and_tag_are_those_of_the_compilation() {
    JsonNode compiled =
        compiled(release(JANUARY, "{'initiationType':'tender'}"), release(FEBRUARY, "{}"));
    assertThat(compiled)
        .isEqualTo(
            json(
                "{'ocid':'o','tag':['compiled'],'id':'o-"
                    + FEBRUARY
                    + "','date':'"
                    + FEBRUARY
                    + "','initiationType':'tender'}"));
  }

  @Test
  void the_later_release_counts_whatever_the_order_of_arrival() {
    List<Release> releases =
        new ArrayList<>(
            List.of(
                release(MARCH, "{'tender':{'title':'c'}}"),
                release(JANUARY, "{'tender':{'title':'a','status':'active'}}"),
                release(FEBRUARY, "{'tender':{'title':'b'}}")));
    JsonNode expected = compiled(releases);
    for (int i = 0; i < 3; i++) {
      Collections.rotate(releases, 1);
      assertThat(compiled(releases)).isEqualTo(expected);
    }
    assertThat(expected.at("/tender")).isEqualTo(json("{'title':'c','status':'active'}"));
  }

  @Test
  void dates_decide_and_ids_only_where_dates_are_equal() {
    String content = "{'ocid':'o','id':'%s','date':'%s','tender':{'title':'%s'}}";
    Release first =
        Release.of((ObjectNode) json(content.formatted("z", "2026-01-01T08:00:00+09:00", "a")));
    Release second = Release.of((ObjectNode) json(content.formatted("b", JANUARY, "b")));
    Release third = Release.of((ObjectNode) json(content.formatted("c", JANUARY, "c")));
    assertThat(compiled(third, second, first).at("/tender/title").asString()).isEqualTo("c");
    assertThat(compiled(second, first).at("/tender/title").asString()).isEqualTo("b");
  }

  @Test
  void null_removes_a_value_and_all_that_is_under_an_object() {
    JsonNode compiled =
        compiled(
            release(
                JANUARY,
                "{'tender':{'title':'a','value':{'amount':1,'currency':'USD'},'status':'active'}}"),
            release(FEBRUARY, "{'tender':{'title':null,'value':null}}"));
    assertThat(compiled.at("/tender")).isEqualTo(json("{'status':'active'}"));
  }

  @Test
  void null_is_a_value_in_the_versioned_release() {
    JsonNode title =
        versioned(
                release(JANUARY, "{'tender':{'title':'a'}}"),
                release(FEBRUARY, "{'tender':{'title':null}}"))
            .at("/tender/title");
    assertThat(title).hasSize(2);
    assertThat(title.get(1).get("value").isNull()).isTrue();
    assertThat(title.get(0))
        .isEqualTo(
            json(
                "{'releaseDate':'"
                    + JANUARY
                    + "','releaseID':'"
                    + JANUARY
                    + "','releaseTag':['tender'],'value':'a'}"));
  }

  @Test
  void a_value_that_stays_is_told_once() {
    assertThat(
            versioned(
                    release(JANUARY, "{'tender':{'title':'a'}}"),
                    release(FEBRUARY, "{'tender':{'title':'a'}}"))
                .at("/tender/title"))
        .hasSize(1);
  }

  @Test
  void entries_merge_by_their_id_and_are_appended_without_one() {
    JsonNode awards =
        compiled(
                release(
                    JANUARY,
                    "{'awards':[{'id':'1','title':'a','status':'pending'},{'title':'x'}]}"),
                release(
                    FEBRUARY,
                    "{'awards':[{'id':'2','title':'b'},{'id':'1','status':'active'},{'title':'x'}]}"))
            .at("/awards");
    assertThat(awards)
        .isEqualTo(
            json(
                "[{'id':'1','title':'a','status':'active'},{'title':'x'},{'id':'2','title':'b'},{'title':'x'}]"));
  }

  @Test
  void ids_in_merged_arrays_and_the_ocid_stay_plain_and_others_are_versioned() {
    JsonNode versioned =
        versioned(release(JANUARY, "{'tender':{'id':'t','items':[{'id':'1','unit':{'id':'u'}}]}}"));
    assertThat(versioned.at("/ocid").asString()).isEqualTo("o");
    assertThat(versioned.at("/tender/items/0/id").asString()).isEqualTo("1");
    assertThat(versioned.at("/tender/id/0/value").asString()).isEqualTo("t");
    assertThat(versioned.at("/tender/items/0/unit/id/0/value").asString()).isEqualTo("u");
  }

  @Test
  void an_array_with_anything_but_objects_is_a_value_and_so_is_one_merged_whole() {
    JsonNode compiled =
        compiled(
            release(
                JANUARY,
                "{'tender':{'submissionMethod':['inPerson','written'],'items':[{'id':'1','additionalClassifications':[{'id':'x'},{'id':'y'}]}]}}"),
            release(
                FEBRUARY,
                "{'tender':{'submissionMethod':['written'],'items':[{'id':'1','additionalClassifications':[{'id':'z'}]}]}}"));
    assertThat(compiled.at("/tender/submissionMethod")).isEqualTo(json("['written']"));
    assertThat(compiled.at("/tender/items/0/additionalClassifications"))
        .isEqualTo(json("[{'id':'z'}]"));
  }

  @Test
  void empty_objects_and_arrays_say_nothing() {
    JsonNode compiled =
        compiled(
            release(JANUARY, "{'tender':{'title':'a','items':[{'id':'1'}]},'awards':[]}"),
            release(FEBRUARY, "{'tender':{},'contracts':[]}"));
    assertThat(compiled.at("/tender")).isEqualTo(json("{'title':'a','items':[{'id':'1'}]}"));
    assertThat(compiled.has("awards")).isFalse();
    assertThat(compiled.has("contracts")).isFalse();
  }

  @Test
  void what_is_an_object_once_and_a_value_another_time_is_a_fault() {
    assertThatExceptionOfType(UnmergeableReleases.class)
        .isThrownBy(
            () ->
                compiled(
                    release(JANUARY, "{'tender':{'value':{'amount':1}}}"),
                    release(FEBRUARY, "{'tender':{'value':1}}")))
        .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/tender/value"));
    assertThatExceptionOfType(UnmergeableReleases.class)
        .isThrownBy(
            () ->
                compiled(
                    release(JANUARY, "{'tender':{'value':1}}"),
                    release(FEBRUARY, "{'tender':{'value':{'amount':1}}}")));
  }

  @Test
  void an_id_twice_in_one_array_is_told() {
    assertThat(OcdsMerge.of(List.of(release(JANUARY, "{'awards':[{'id':1},{'id':1}]}"))).warnings())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'date':null}",
        "{'date':5}",
        "{'date':'yesterday'}",
        "{'ocid':''}",
        "{'id':null}"
      })
  void a_release_without_ocid_id_or_date_is_a_fault(String change) {
    ObjectNode content = (ObjectNode) json("{'ocid':'o','id':'1','date':'" + JANUARY + "'}");
    content.setAll((ObjectNode) json(change));
    assertThatExceptionOfType(UnmergeableReleases.class).isThrownBy(() -> Release.of(content));
  }

  @Test
  void persons_stay_with_their_publisher_and_the_order_of_properties_does_not_matter() {
    ObjectNode one =
        (ObjectNode)
            json(
                "{'ocid':'o','id':'1','date':'"
                    + JANUARY
                    + "','parties':[{'id':'1','contactPoint':{'email':'a@example.org'}}]}");
    ObjectNode other =
        (ObjectNode) json("{'parties':[{'id':'1'}],'date':'" + JANUARY + "','id':'1','ocid':'o'}");
    assertThat(Release.of(one)).isEqualTo(Release.of(other));
    assertThat(Release.of(one).json()).doesNotContain("example.org");
  }

  private static JsonNode compiled(Release... releases) {
    return compiled(Arrays.asList(releases));
  }

  private static JsonNode compiled(List<Release> releases) {
    return Json.events().readTree(OcdsMerge.of(Release.merged(releases)).compiled().toString());
  }

  private static JsonNode versioned(Release... releases) {
    return OcdsMerge.of(Release.merged(Arrays.asList(releases))).versioned();
  }

  private static Release release(String date, String content) {
    ObjectNode release = (ObjectNode) json(content);
    release.put("ocid", "o").put("id", date).put("date", date).putArray("tag").add("tender");
    return Release.of(release);
  }

  private static JsonNode json(String singleQuoted) {
    return Json.events().readTree(singleQuoted.replace('\'', '"'));
  }
}
