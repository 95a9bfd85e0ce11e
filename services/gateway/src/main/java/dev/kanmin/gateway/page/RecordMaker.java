package dev.kanmin.gateway.page;

import dev.kanmin.gateway.form.FactMaker;
import dev.kanmin.gateway.form.Operation;
import dev.kanmin.gateway.form.Schema;
import dev.kanmin.gateway.page.RecordSource.Owned;
import dev.kanmin.gateway.page.RecordWords.Action;
import dev.kanmin.gateway.page.RecordWords.Link;
import dev.kanmin.gateway.page.RecordWords.LinkGroup;
import dev.kanmin.gateway.page.RecordWords.Part;
import dev.kanmin.gateway.page.RecordWords.Parts;
import dev.kanmin.gateway.page.RecordWords.Step;
import dev.kanmin.gateway.page.RecordWords.View;
import dev.kanmin.gateway.picture.CardCodes;
import dev.kanmin.gateway.picture.Picture;
import dev.kanmin.gateway.picture.Row;
import dev.kanmin.gateway.picture.Subject;
import dev.kanmin.gateway.picture.TrailEvent;
import dev.kanmin.gateway.view.CardViews;
import dev.kanmin.gateway.view.Labels;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Puts a record into words: its card, what its owner shows, what can be done, and its history. */
final class RecordMaker {
  private static final int MOST_OF_A_CHAIN = 30;

  private final Officer officer;
  private final Picture picture;
  private final LocalDate today;
  private final Labels labels;

  RecordMaker(Officer officer, Picture picture, LocalDate today) {
    this.officer = officer;
    this.picture = picture;
    this.today = today;
    this.labels = Labels.in(officer.wording().language().language());
  }

  /** Parts of the record as their list answered. */
  record Listed(Operation list, JsonNode answer) {}

  /**
   * Makes the page.
   *
   * @param done what has just been done
   */
  RecordWords make(
      String id,
      Optional<Owned> owned,
      List<Listed> parts,
      String missing,
      Optional<Operation> done) {
    Optional<Subject> subject = picture.subject(id);
    Optional<Row> row = subject.flatMap(Subject::row);
    CardViews views = new CardViews(labels, today);
    return new RecordWords(
        id,
        title(id, row, owned),
        row.map(it -> labels.of(CardCodes.KINDS, it.card().kind()).label()).orElse(""),
        state(row, owned),
        row.map(views::whole),
        owned
            .flatMap(
                it ->
                    it.read()
                        .answer()
                        .map(
                            schema ->
                                new FactMaker(officer.words()).facts(schema, it.reply().body())))
            .orElse(List.of()),
        missing,
        done.map(it -> officer.wording().say("record.done", Verbs.label(it, officer.wording())))
            .orElse(""),
        done.map(Operation::id).orElse(""),
        owned.map(it -> actions(id, it)).orElse(List.of()),
        owned.map(it -> views(id, it)).orElse(List.of()),
        Stream.concat(
                parts.stream().map(it -> parts(id, it)),
                owned.stream().flatMap(it -> innerParts(id, it)))
            .toList(),
        subject
            .filter(it -> row.isPresent() || owned.isPresent())
            .map(this::history)
            .orElse(List.of()),
        row.map(this::links).orElse(List.of()),
        officer.wording());
  }

  String title(String id, Optional<Row> row, Optional<Owned> owned) {
    return row.flatMap(it -> labels.text(it.card().title()))
        .or(() -> owned.flatMap(it -> title(it.reply().body(), 2)))
        .orElse(id);
  }

  private Optional<String> title(JsonNode body, int depth) {
    for (String name : List.of("title", "name")) {
      JsonNode text = body.path(name);
      if (text.isObject() && !text.isEmpty()) {
        return Optional.of(officer.words().text(text));
      }
      if (text.isString()) {
        return Optional.of(text.asString());
      }
    }
    return depth == 0
        ? Optional.empty()
        : body.properties().stream()
            .map(Map.Entry::getValue)
            .filter(JsonNode::isObject)
            .flatMap(inner -> title(inner, depth - 1).stream())
            .findFirst();
  }

  /** As the owner has it, which is ahead of the picture. */
  private String state(Optional<Row> row, Optional<Owned> owned) {
    return owned
        .flatMap(
            it ->
                it.read()
                    .answer()
                    .flatMap(schema -> schema.property("state"))
                    .flatMap(Schema::codeList)
                    .map(
                        list ->
                            officer
                                .words()
                                .code(list, it.reply().body().path("state").asString(""))))
        .or(
            () ->
                row.map(
                    it ->
                        labels.of(CardCodes.statesOf(it.card().kind()), it.card().state()).label()))
        .orElse("");
  }

  private List<Action> actions(String id, Owned owned) {
    List<Operation> commands = officer.api().commandsOf(owned.read());
    JsonNode told = owned.reply().body().path("actions");
    if (!told.isArray()) {
      return commands.stream()
          .map(
              command ->
                  new Action(
                      Verbs.label(command, officer.wording()),
                      href(command, owned.variables(id)),
                      "",
                      ""))
          .toList();
    }
    List<Action> actions = new ArrayList<>();
    for (JsonNode one : told) {
      String verb = one.path("verb").asString("");
      Operation.called(verb, commands)
          .ifPresent(command -> actions.add(action(one, command, owned.variables(id))));
    }
    return actions;
  }

  private Action action(JsonNode told, Operation command, Map<String, String> variables) {
    String label = told.path("label").asString("");
    if (told.path("allowed").asBoolean(false)) {
      return new Action(label, href(command, variables), "", "");
    }
    String rule = told.path("rule").asString("");
    String detail = told.path("detail").asString("");
    String why = officer.wording().sayOr("rule." + rule, "");
    return new Action(label, "", why.isEmpty() ? detail : why, why.isEmpty() ? "" : detail);
  }

  private Parts parts(String id, Listed listed) {
    Schema item = listed.list().items().orElseThrow();
    Optional<Operation> read = officer.api().partOf(listed.list());
    List<Part> parts = new ArrayList<>();
    for (JsonNode one : listed.answer().path("items")) {
      parts.add(
          new Part(
              new FactMaker(officer.words()).facts(item, one),
              read.map(it -> partActions(id, it, one)).orElse(List.of())));
    }
    return new Parts(
        officer.words().label("", listed.list().noun(), listed.list().summary()),
        parts,
        listed.answer().path("next").isString());
  }

  /** Parts that are told with the record alone, as far as something can be done with them. */
  private Stream<Parts> innerParts(String id, Owned owned) {
    Schema shown = owned.read().answer().orElseThrow();
    return officer.api().commandsOfInner(owned.read()).entrySet().stream()
        .flatMap(
            inner ->
                shown.properties().entrySet().stream()
                    .filter(it -> isListOf(inner.getKey(), it.getKey(), it.getValue()))
                    .filter(it -> !owned.reply().body().path(it.getKey()).isEmpty())
                    .map(
                        it -> innerParts(id, owned, it.getKey(), it.getValue(), inner.getValue())));
  }

  private Parts innerParts(
      String id, Owned owned, String property, Schema list, List<Operation> commands) {
    Schema item = list.items().orElseThrow();
    List<Part> parts = new ArrayList<>();
    for (JsonNode one : owned.reply().body().path(property)) {
      Map<String, String> variables = new LinkedHashMap<>(owned.variables(id));
      variables.put(commands.getFirst().variables().getLast(), one.path("id").asString(""));
      JsonNode told =
          one.path("actions").isArray()
              ? one.path("actions")
              : owned.reply().body().path("actions");
      List<Action> actions = new ArrayList<>();
      if (!isEnded(item, one)) {
        told.forEach(
            each ->
                Operation.called(each.path("verb").asString(""), commands)
                    .ifPresent(command -> actions.add(action(each, command, variables))));
      }
      parts.add(new Part(new FactMaker(officer.words()).facts(item, one), actions));
    }
    return new Parts(
        officer.words().label(shownName(owned), property, list.description()), parts, false);
  }

  private static String shownName(Owned owned) {
    return owned.read().answer().map(Schema::name).orElse("");
  }

  /** {@code nextActions} are {@code actions} that can be told apart. */
  private static boolean isListOf(String noun, String property, Schema list) {
    return list.isArray()
        && property.toLowerCase(Locale.ROOT).endsWith(noun)
        && list.items().flatMap(item -> item.property("id")).isPresent();
  }

  private static boolean isEnded(Schema item, JsonNode one) {
    return item.property("state")
        .flatMap(Schema::codeList)
        .flatMap(list -> CardCodes.entry(list, one.path("state").asString("")))
        .filter(state -> state.flag("ended"))
        .isPresent();
  }

  private List<Action> partActions(String id, Operation read, JsonNode part) {
    Map<String, String> variables =
        Map.of(
            read.variables().getFirst(),
            id,
            read.variables().getLast(),
            part.path("id").asString(""));
    List<Action> actions = new ArrayList<>();
    for (JsonNode told : part.path("actions")) {
      Operation.called(told.path("verb").asString(""), officer.api().commandsOf(read))
          .ifPresent(command -> actions.add(action(told, command, variables)));
    }
    return actions;
  }

  private List<View> views(String id, Owned owned) {
    return officer.api().viewsOf(owned.read()).stream()
        .map(view -> new View(href(id, view), label(view, officer)))
        .toList();
  }

  /** Address of the page of what a record has at an address of its own. */
  static String href(String id, Operation view) {
    return RecordWords.href(id) + "/" + view.noun();
  }

  /** What people call it. */
  static String label(Operation view, Officer officer) {
    return officer.words().label(view.id(), view.noun(), view.summary());
  }

  static String href(Operation command, Map<String, String> variables) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath(
            command.isUpload() ? UploadPages.PATH + "/{operation}" : "/commands/{operation}");
    variables.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
    Map<String, Object> values = new LinkedHashMap<>(variables);
    values.put("operation", command.id());
    return address.encode().buildAndExpand(values).toUriString();
  }

  private List<Step> history(Subject subject) {
    List<TrailEvent> trail = subject.trail();
    String kind = subject.row().map(row -> row.card().kind()).orElse("");
    String now = subject.row().map(row -> row.card().state()).orElse("");
    List<Step> steps = new ArrayList<>();
    for (int at = trail.size() - 1; at >= 0; at--) {
      TrailEvent event = trail.get(at);
      String to = at == trail.size() - 1 ? now : trail.get(at + 1).from();
      Instant when = Instant.ofEpochMilli(event.millis());
      steps.add(
          new Step(
              officer.wording().sayOr("event." + event.event(), event.event()),
              officer.wording().agency(event.by()),
              officer.wording().moment(when),
              when.toString(),
              states(kind, event.from(), to)));
    }
    return steps;
  }

  private String states(String kind, String from, String to) {
    return from.equals(to)
        ? ""
        : String.join(
            " → ",
            Stream.of(from, to)
                .filter(state -> !state.isEmpty())
                .map(state -> labels.of(CardCodes.statesOf(kind), state).label())
                .toList());
  }

  private List<LinkGroup> links(Row row) {
    Map<String, List<Link>> groups = new LinkedHashMap<>();
    row.card().links().stream()
        .filter(link -> !CardCodes.isExternal(link.rel()))
        .forEach(
            link ->
                picture
                    .subject(link.to())
                    .flatMap(Subject::row)
                    .ifPresent(
                        other ->
                            add(
                                groups,
                                labels.of(CardCodes.LINK_KINDS, link.rel()).label(),
                                other)));
    picture
        .pointingTo(row.subject())
        .sorted(Row.LATEST_FIRST)
        .forEach(
            other ->
                other.card().links().stream()
                    .filter(link -> link.to().equals(row.subject()))
                    .forEach(link -> add(groups, labels.inverse(link.rel()).label(), other)));
    picture
        .chain(row.chain())
        .flatMap(other -> other.row().stream())
        .filter(other -> !other.subject().equals(row.subject()))
        .sorted(Row.LATEST_FIRST)
        .limit(MOST_OF_A_CHAIN)
        .forEach(other -> add(groups, officer.wording().say("record.chain"), other));
    return groups.entrySet().stream()
        .map(group -> new LinkGroup(group.getKey(), group.getValue()))
        .toList();
  }

  private void add(Map<String, List<Link>> groups, String rel, Row other) {
    groups
        .computeIfAbsent(rel, key -> new ArrayList<>())
        .add(
            new Link(
                "/records/" + other.subject(),
                labels.text(other.card().title()).orElse(other.subject()),
                labels.of(CardCodes.KINDS, other.card().kind()).label(),
                labels.of(CardCodes.statesOf(other.card().kind()), other.card().state()).label()));
  }
}
