package dev.kanmin.gateway.picture;

import dev.kanmin.gateway.picture.Row.Responsible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mission is public, with all that is known of it.
 *
 * @param countries as stated; empty when the stops tell them
 * @param stopCountries where it stops, in order
 * @param responsible the organiser with its office, then the supporting agencies
 */
record MissionAnnounced(
    String state,
    String kind,
    Map<String, String> title,
    List<String> countries,
    List<String> fields,
    Period period,
    List<String> stopCountries,
    List<Responsible> responsible,
    Optional<Instant> deadline)
    implements PictureEvent {
  static MissionAnnounced read(EventData data) {
    @Nullable String state = null;
    @Nullable String kind = null;
    @Nullable Map<String, String> title = null;
    List<String> countries = List.of();
    List<String> fields = List.of();
    @Nullable Period period = null;
    List<String> stopCountries = List.of();
    @Nullable String organiser = null;
    List<String> supporters = List.of();
    Optional<Office> office = Optional.empty();
    Optional<Instant> deadline = Optional.empty();
    data.object();
    while (data.next()) {
      switch (data.field()) {
        case "state" -> state = data.code();
        case "kind" -> kind = data.code();
        case "title" -> title = data.languages();
        case "countries" -> countries = data.list(EventData::code);
        case "fields" -> fields = data.list(EventData::code);
        case "period" -> period = Period.read(data);
        case "stops" -> stopCountries = data.list(MissionAnnounced::country);
        case "organiser" -> organiser = data.code();
        case "supporters" -> supporters = data.list(EventData::code);
        case "office" -> office = Optional.of(Office.read(data));
        case "deadline" -> deadline = Optional.of(PictureEvent.deadlineOf(data));
        default -> data.skip();
      }
    }
    return new MissionAnnounced(
        data.required(state, "state"),
        data.required(kind, "kind"),
        data.required(title, "title"),
        countries,
        fields,
        data.required(period, "period"),
        stopCountries,
        responsible(data.required(organiser, "organiser"), office, supporters),
        deadline);
  }

  private static String country(EventData data) {
    @Nullable String country = null;
    data.object();
    while (data.next()) {
      switch (data.field()) {
        case "country" -> country = data.code();
        default -> data.skip();
      }
    }
    return data.required(country, "country");
  }

  private record Office(String code, Map<String, String> name) {
    static Office read(EventData data) {
      @Nullable String code = null;
      @Nullable Map<String, String> name = null;
      data.object();
      while (data.next()) {
        switch (data.field()) {
          case "code" -> code = data.code();
          case "name" -> name = data.languages();
          default -> data.skip();
        }
      }
      return new Office(data.required(code, "code"), data.required(name, "name"));
    }
  }

  private static List<Responsible> responsible(
      String organiser, Optional<Office> office, List<String> supporters) {
    List<Responsible> responsible = new ArrayList<>();
    responsible.add(
        new Responsible(
            organiser, office.map(Office::code), office.map(Office::name).orElse(Map.of())));
    supporters.forEach(
        agency -> responsible.add(new Responsible(agency, Optional.empty(), Map.of())));
    return List.copyOf(responsible);
  }
}
