package dev.kanmin.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.Language;
import dev.kanmin.codes.LocalizedText;
import dev.kanmin.events.wire.Card.Due;
import dev.kanmin.events.wire.CardMaker;
import dev.kanmin.gateway.picture.Cards;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Records;
import dev.kanmin.gateway.search.Search.Counted;
import dev.kanmin.gateway.search.Search.Found;
import dev.kanmin.gateway.search.Search.Hit;
import dev.kanmin.gateway.search.Search.Part;
import dev.kanmin.gateway.search.Search.Reader;
import dev.kanmin.gateway.view.Labels;
import dev.kanmin.web.BadInput;
import dev.kanmin.web.PageRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.store.LockObtainFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.LinkedMultiValueMap;

class SearchTest {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Reader JAPANESE = Reader.of(Labels.in(Language.JAPANESE));

  @TempDir private Path folder;
  private final Picture picture = new Picture();
  private Indexer indexer;
  private Search search;
  private long position;

  @BeforeEach
  void start() {
    open();
  }

  @AfterEach
  void stop() {
    indexer.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "アジア内視鏡研修 | ja | ｱｼﾞｱ",
        "ｱｼﾞｱ内視鏡研修 | ja | アジア",
        "株式会社オリエント医療 | ja | ㈱オリエント医療",
        "㈱オリエント医療 | ja | 株式会社",
        "髙橋病院の支援 | ja | 高橋病院",
        "高橋病院の支援 | ja | 髙橋",
        "内窥镜培训项目 | zh-Hans | 內窺鏡",
        "內視鏡訓練計畫 | zh-Hant | 内视镜",
        "内視鏡訓練 | ja | 內視鏡",
        "廣州醫院 | zh-Hant | 广州",
        "国立病院における内視鏡に関する医師の研修 | ja | 内視鏡の研修",
        "ベトナム保健省 | ja | 省",
        "베트남 내시경 교육 사업에서 의료기기를 지원 | ko | 의료기기",
        "内窥镜设备的培训 | zh-Hans | 设备培训",
        "Training on endoscopes | en | endoscope",
        "Training on endoscopes | en | endosc",
        "Hệ thống nội soi | vi | noi soi",
        "Centre hospitalier de référence | fr | REFERENCE",
        "Terms of the loan | en | \"of the loan\"",
      })
  void a_title_is_found_by(String title, String language, String words) {
    publish("msn_1", titled(Map.of(language, title)));
    publish("msn_2", titled(Map.of("en", "Something else")));

    assertThat(ids(words)).containsExactly("msn_1");
  }

  @Test
  void nothing_is_found_where_nothing_is() {
    assertThat(ids("endoscopy")).isEmpty();
    assertThat(find(Map.of(), PageRequest.first()).total()).isZero();
  }

  @Test
  void all_words_must_be_there_wherever_they_stand() {
    publish(
        "msn_1",
        titled(Map.of("ja", "内視鏡研修"))
            .summary(new LocalizedText(Map.of("en", "Trains doctors of provincial hospitals"))));
    publish("msn_2", titled(Map.of("ja", "内視鏡")));

    assertThat(ids("内視鏡 hospital")).containsExactly("msn_1");
    assertThat(ids("内視鏡 clinic")).isEmpty();
    assertThat(ids("内視鏡")).containsExactlyInAnyOrder("msn_1", "msn_2");
  }

  @Test
  void cards_are_found_by_ids_and_by_what_their_codes_are_called() {
    publish("act_Ab1", titled(Map.of("en", "Hospital")).link("iati", "XM-DAC-701-8-1"));

    assertThat(ids("act_ab1")).containsExactly("act_Ab1");
    assertThat(ids("xm-dac-701-8-1")).containsExactly("act_Ab1");
    assertThat(ids("\"Viet Nam\"")).containsExactly("act_Ab1");
    assertThat(ids("ベトナム hospital")).containsExactly("act_Ab1");
    assertThat(ids("JICA")).containsExactly("act_Ab1");
    assertThat(ids("タイ")).isEmpty();
  }

  @Test
  void what_stands_in_the_title_comes_first() {
    publish("msn_1", titled(Map.of("en", "Loan")).summary(LocalizedText.of("内視鏡", "Endoscopy")));
    publish("msn_2", titled(Map.of("en", "Endoscopy")));

    assertThat(ids("endoscopy")).containsExactly("msn_2", "msn_1");
  }

  @Test
  void facets_count_all_that_match_and_ask_for_some_of_it() {
    publish("msn_1", Cards.mission("open", List.of("VN", "TH"), List.of("endoscopy")));
    publish("msn_2", Cards.mission("closed", List.of("VN"), List.of()));

    Found all = find(Map.of("q", "mission"), PageRequest.first());
    assertThat(all.total()).isEqualTo(2);
    assertThat(all.facets().get(Facet.COUNTRY))
        .containsExactly(new Counted("VN", 2), new Counted("TH", 1));
    assertThat(all.facets().get(Facet.STATE))
        .containsExactlyInAnyOrder(
            new Counted("mission/open", 1), new Counted("mission/closed", 1));
    assertThat(all.facets().get(Facet.FIELD))
        .containsExactlyInAnyOrder(new Counted("endoscopy", 1), new Counted("unclassified", 1));
    assertThat(all.facets().get(Facet.YEAR))
        .containsExactlyInAnyOrder(new Counted("2026", 2), new Counted("2027", 2));
    assertThat(all.facets().get(Facet.LANGUAGE))
        .containsExactlyInAnyOrder(new Counted("ja", 2), new Counted("en", 2));
    assertThat(ids(Map.of("q", "mission", "state", "open"))).containsExactly("msn_1");
    assertThat(ids(Map.of("field", "unclassified"))).containsExactly("msn_2");
    assertThat(ids(Map.of("country", "TH", "agency", "jica", "kind", "mission", "year", "2027")))
        .containsExactly("msn_1");
    assertThat(ids(Map.of("language", "ko"))).isEmpty();
  }

  @Test
  void hits_are_marked_in_the_text_as_it_is_written() {
    publish(
        "msn_1",
        titled(Map.of("ja", "ｱｼﾞｱ髙度医療", "en", "Advanced medicine"))
            .summary(LocalizedText.of("第一部。" + "ほか。".repeat(100) + "高度<b>化", "Other")));

    Hit hit = find(Map.of("q", "アジア 高度"), PageRequest.first()).page().items().getFirst();
    assertThat(hit.title()).containsExactly(new Part("ｱｼﾞｱ髙度", true), new Part("医療", false));
    List<Part> snippet = hit.snippet().orElseThrow().parts();
    assertThat(snippet.getFirst()).isEqualTo(new Part("…", false));
    assertThat(snippet.getLast())
        .as("no markup of ours, none of theirs")
        .isEqualTo(new Part("<b>化", false));
    assertThat(snippet).contains(new Part("高度", true));
    Hit english = find(Map.of("q", "medicine"), PageRequest.first()).page().items().getFirst();
    assertThat(english.snippet().orElseThrow().language()).isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource({
    "endscopy, endoscopy",
    "gastroscpoy training, gastroscopy training",
    "カテテール, カテーテル",
    "内視境, 内視鏡",
    "內視境, 內視鏡",
  })
  void what_was_meant_is_told_when_nothing_is_found(String written, String meant) {
    publish("msn_1", titled(Map.of("en", "Training in gastroscopy and endoscopy")));

    Found found = find(Map.of("q", written), PageRequest.first());

    assertThat(found.total()).isZero();
    assertThat(found.meant()).contains(meant);
  }

  @Test
  void pages_name_every_card_once() {
    for (int number = 0; number < 7; number++) {
      publish("msn_" + number, titled(Map.of("en", "Endoscopy")));
    }
    for (String words : List.of("endoscopy", "")) {
      Map<String, String> query = words.isEmpty() ? Map.of() : Map.of("q", words);
      List<String> found = new ArrayList<>();
      Optional<String> cursor = Optional.empty();
      do {
        Found page = find(query, new PageRequest(cursor, 3));
        assertThat(page.total()).isEqualTo(7);
        page.page().items().forEach(hit -> found.add(hit.row().subject()));
        cursor = page.page().next();
      } while (cursor.isPresent());

      assertThat(found).hasSize(7).doesNotHaveDuplicates();
    }
    assertThatThrownBy(
            () ->
                find(
                    Map.of("q", "other"),
                    new PageRequest(
                        find(Map.of("q", "endoscopy"), new PageRequest(Optional.empty(), 3))
                            .page()
                            .next(),
                        3)))
        .isInstanceOf(BadInput.class);
  }

  @Test
  void a_card_that_changes_is_found_by_what_it_says_now_and_one_that_goes_by_nothing() {
    publish("msn_1", titled(Map.of("en", "Endoscopy")));
    publish("msn_1", titled(Map.of("en", "Dialysis")));
    publish("msn_2", titled(Map.of("en", "Endoscopy")));
    assertThat(ids("endoscopy")).containsExactly("msn_2");
    assertThat(ids("dialysis")).containsExactly("msn_1");

    picture.apply(Records.withoutCard(++position, "msn_2", position, "mission-withdrawn"));
    tell("msn_2");
    assertThat(ids("endoscopy")).isEmpty();
    assertThat(find(Map.of(), PageRequest.first()).total()).isEqualTo(1);
  }

  @Test
  void the_index_is_made_anew_at_each_start_whatever_is_in_its_folder() throws Exception {
    publish("msn_1", titled(Map.of("en", "Endoscopy")));
    assertThat(ids("endoscopy")).containsExactly("msn_1");
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.toList();
    }
    indexer.close();
    assertThat(folder).doesNotExist();
    Files.createDirectories(folder);
    for (Path file : files) {
      Files.writeString(file, "no index");
    }
    Files.writeString(folder.resolve("segments_99"), "nonsense");
    Files.createDirectories(folder.resolve("inner/most"));

    open();

    assertThat(ids("endoscopy")).containsExactly("msn_1");
    assertThat(folder.resolve("segments_99")).doesNotExist();
    assertThat(folder.resolve("inner")).doesNotExist();
  }

  @Test
  void a_leap_of_the_picture_is_followed_without_being_told_of_each() {
    publish("msn_1", titled(Map.of("en", "Endoscopy")));
    for (int number = 2; number < 50; number++) {
      apply("msn_" + number, titled(Map.of("en", "Endoscopy")));
    }
    picture.publish(position);
    indexer.leapt(picture.snapshot());

    assertThat(indexer.reaches(position, PATIENCE)).isTrue();
    assertThat(find(Map.of("q", "endoscopy"), PageRequest.first()).total()).isEqualTo(49);
  }

  @Test
  void a_client_that_goes_away_does_not_break_the_index_for_others() throws IOException {
    publish("msn_1", titled(Map.of("en", "Endoscopy")));
    CardIndex index = indexer.index().orElseThrow();
    CompletableFuture<Void> gone = new CompletableFuture<>();
    CompletableFuture<Integer> read = new CompletableFuture<>();
    Thread.currentThread().interrupt();
    assertThatThrownBy(
            () ->
                index.search(
                    searcher -> {
                      gone.join();
                      return read.complete(searcher.count(new MatchAllDocsQuery()));
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    gone.complete(null);
    assertThat(read.join()).as("the card, and the document of device terms").isEqualTo(2);

    assertThat(ids("endoscopy")).containsExactly("msn_1");
  }

  @Test
  void without_dictionaries_texts_are_found_as_they_are_written() {
    indexer.close();
    open(Set.of());
    publish("msn_1", titled(Map.of("ja", "国立病院における内視鏡に関する研修", "ko", "의료기기를")));

    assertThat(ids("内視鏡")).containsExactly("msn_1");
    assertThat(ids("内視鏡 研修")).containsExactly("msn_1");
    assertThat(ids("의료기기")).containsExactly("msn_1");
    assertThat(ids("内視鏡の研修")).as("a dictionary would know").isEmpty();
  }

  @Test
  void the_folder_of_the_index_can_be_said() {
    var said = new MapConfigurationPropertySource(Map.of("kanmin.search.folder", "/srv/index"));

    var properties = new Binder(said).bind("kanmin.search", SearchProperties.class).get();

    assertThat(properties.folder()).hasValue("/srv/index");
  }

  @Test
  void no_dictionary_can_be_asked_for_and_none_that_there_is_not() {
    var none = new MapConfigurationPropertySource(Map.of("kanmin.search.dictionaries", ""));
    assertThat(new Binder(none).bind("kanmin.search", SearchProperties.class).get().dictionaries())
        .isEmpty();
    assertThatThrownBy(() -> new SearchProperties(Optional.empty(), Set.of("en")))
        .hasMessageContaining("ja");
  }

  @Test
  void a_folder_that_is_in_use_is_left_alone() {
    publish("msn_1", titled(Map.of("en", "Endoscopy")));

    assertThatThrownBy(() -> CardIndex.open(folder, new Analyzers(Set.of())))
        .isInstanceOf(LockObtainFailedException.class);
    assertThat(ids("endoscopy")).containsExactly("msn_1");
  }

  @Test
  void words_of_any_characters_are_looked_for() {
    publish(
        "msn_1", titled(Map.of("ja", "\uD842 \u3099\u0301 ﷺ 👩‍⚕️", "ko", "ᄒ ㅎ", "zh-Hans", "㍿")));
    for (String words :
        List.of(
            "\uD842a",
            "a\uDFB7",
            "\u3099か",
            "か\u3099\u3099",
            "\"a",
            "\"\"",
            "a*?\\",
            "ﷺ",
            "👩‍⚕️x",
            "ㅎ",
            "㍿",
            "x".repeat(200),
            "漢".repeat(200),
            "( ) a",
            "ß İ",
            "0")) {
      LinkedMultiValueMap<String, String> query = new LinkedMultiValueMap<>();
      query.add("q", words);
      try {
        search.find(SearchQuery.of(query), PageRequest.first(), JAPANESE);
      } catch (BadInput refused) {
        assertThat(refused.faults()).hasSize(1);
      }
    }
  }

  @Test
  void questions_that_no_card_could_match_are_refused_by_parameter() {
    assertThatThrownBy(() -> query(Map.of("q", " ", "country", "XX", "year", "26", "state", "<")))
        .isInstanceOfSatisfying(BadInput.class, fault -> assertThat(fault.faults()).hasSize(4));
    assertThatThrownBy(() -> query(Map.of("q", "a".repeat(201)))).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> query(Map.of("q", "a ".repeat(17)))).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> query(Map.of("q", "。、"))).isInstanceOf(BadInput.class);
  }

  private void open() {
    open(Set.of("ja", "zh", "ko"));
  }

  private void open(Set<String> dictionaries) {
    indexer = new Indexer(picture, folder, new Analyzers(dictionaries));
    search = new Search(picture, indexer);
    indexer.start();
    indexer.leapt(picture.snapshot());
  }

  private static CardMaker titled(Map<String, String> title) {
    return new CardMaker("mission", "open")
        .title(new LocalizedText(title))
        .countryShares(Cards.shares(Cards.share("VN", "100")))
        .responsible(AgencyCode.of("jica"), "organiser")
        .date(Due.on("begins", LocalDate.of(2027, 2, 8)));
  }

  private void publish(String id, CardMaker card) {
    apply(id, card);
    tell(id);
  }

  private void apply(String id, CardMaker card) {
    picture.apply(Records.mission(++position, id, position, "mission-announced", card));
  }

  private void tell(String id) {
    picture.publish(position);
    indexer.published(
        picture.snapshot(), List.of(Records.withoutCard(position, id, position, "mission-told")));
    assertThat(indexer.reaches(position, PATIENCE)).isTrue();
  }

  private List<String> ids(String words) {
    return ids(Map.of("q", words));
  }

  private List<String> ids(Map<String, String> query) {
    indexer.reaches(position, PATIENCE);
    return find(query, PageRequest.first()).page().items().stream()
        .map(hit -> hit.row().subject())
        .toList();
  }

  private Found find(Map<String, String> query, PageRequest page) {
    return search.find(query(query), page, JAPANESE);
  }

  private static SearchQuery query(Map<String, String> query) {
    LinkedMultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
    query.forEach(parameters::add);
    return SearchQuery.of(parameters);
  }
}
