package dev.kanmin.marketintelligence.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.events.wire.Json;
import dev.kanmin.marketintelligence.DevFiles;
import dev.kanmin.marketintelligence.watch.NewItem.Match;
import dev.kanmin.marketintelligence.watch.WatchCommand.*;
import dev.kanmin.marketintelligence.watch.WatchContent.Kind;
import dev.kanmin.testkit.service.Stories;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class WatchTest {
  @Test
  void a_watch_that_looks_for_everything_is_refused() {
    refused(json -> json.remove(List.of("words", "countries", "fields")), "/words");
    refused(json -> telling(json).put("address", "a@b\r\nBcc: c@d"), "/telling/address");
    refused(json -> telling(json).put("address", "officer"), "/telling/address");
    refused(json -> telling(json).put("hour", 24), "/telling/hour");
    refused(json -> telling(json).put("language", "vi"), "/telling/language");
    refused(json -> json.put("company", "7000012050002"), "/company");
  }

  private static ObjectNode telling(ObjectNode json) {
    return (ObjectNode) json.path("telling");
  }

  private static void refused(Consumer<ObjectNode> change, String pointer) {
    ObjectNode json = DevFiles.json("watches/endoscopy-viet-nam.json");
    change.accept(json);
    WatchContent content = Json.strict().treeToValue(json, WatchContent.class);
    var rule =
        switch (pointer) {
          case "/words" -> WatchRules.TOO_WIDE;
          case "/telling/address" -> WatchRules.BAD_ADDRESS;
          case "/telling/hour" -> WatchRules.BAD_HOUR;
          case "/telling/language" -> WatchRules.NOT_A_MAIL_LANGUAGE;
          default -> WatchRules.BAD_COMPANY;
        };
    Stories.of(Watches.TYPE).when(new Register(content, "uns_1")).thenRefusedBy(rule, pointer);
  }

  @Test
  void only_its_agency_moves_it_and_an_address_is_gone_with_its_end() {
    var told = WatchStories.registered();
    told.by("jica").when(new Pause()).thenRefusedBy(WatchRules.NOT_YOUR_WATCH);
    Watch ended = told.given(new Unsubscribe()).state();
    assertThat(ended.state()).isEqualTo(WatchState.ENDED);
    assertThat(ended.toString()).doesNotContain("officer@sample.example");
    told.given(new End()).when(new Unsubscribe()).thenNothing();
    told.given(new End()).when(new Resume()).thenRefusedBy(WatchRules.NOT_IN_THIS_STATE);
  }

  @Test
  void one_of_each_that_it_asks_for_has_to_fit_and_it_says_which() {
    WatchContent wanted = WatchStories.content();
    assertThat(item("ＥＮＤＯＳＣＯＰＹ tower", "VN", "endoscopy").matching(wanted))
        .contains(new Match(List.of("endoscop"), List.of("VN"), List.of("endoscopy")));
    assertThat(item("ﾅｲｼ 内視鏡", "TH", "cross-field").matching(wanted))
        .as("what serves every field")
        .contains(new Match(List.of("内視鏡"), List.of("TH"), List.of("endoscopy")));
    assertThat(item("Endoscopy", "ID", "endoscopy").matching(wanted)).isEmpty();
    assertThat(item("Endoscopy", "VN", "care-systems").matching(wanted)).isEmpty();
    assertThat(item("Beds", "VN", "endoscopy").matching(wanted)).isEmpty();
  }

  @Test
  void what_others_wrote_adds_no_line_and_no_header_to_a_mail() {
    Watch watch =
        WatchStories.registered().given(new Revise(WatchStories.named("[Sample] Name"))).state();
    var alert =
        new Alerts.Alert(
            "alr_1",
            "tender",
            "tnd_1",
            Map.of("en", "Towers\r\nBcc: somebody@sample.example"),
            new Match(List.of("tow\r\ner"), List.of("VN"), List.of("endoscopy")),
            Instant.EPOCH,
            Optional.empty());
    WatchMail mail =
        WatchMail.of(
            "dlv_1", watch, List.of(alert), 51, java.net.URI.create("http://kanmin.example"));
    assertThat(mail.subject()).doesNotContain("\r", "\n").contains("51");
    assertThat(mail.text())
        .contains("Towers Bcc: somebody", "ベトナム", "内視鏡", "ほかに50件", "/records/tnd_1")
        .contains("http://kanmin.example/v1/watches/unsubscribe/uns_sample");
  }

  private static NewItem item(String title, String country, String field) {
    return new NewItem(
        Kind.TENDER,
        "tnd_1",
        1,
        Map.of("en", title),
        NewItem.folded(title),
        List.of(country),
        List.of(field),
        true);
  }
}
