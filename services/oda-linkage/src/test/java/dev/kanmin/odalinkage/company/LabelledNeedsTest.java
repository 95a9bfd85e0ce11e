package dev.kanmin.odalinkage.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CrsCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.HsCode;
import dev.kanmin.events.wire.Json;
import dev.kanmin.odalinkage.match.Assessment;
import dev.kanmin.odalinkage.match.Assessment.Candidate;
import dev.kanmin.odalinkage.match.Assessment.Finding;
import dev.kanmin.odalinkage.match.Assessment.LeftOut;
import dev.kanmin.odalinkage.match.CompanyOffer;
import dev.kanmin.odalinkage.match.Matcher;
import dev.kanmin.odalinkage.match.Target;
import dev.kanmin.odalinkage.match.Weights;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * How well the matcher does what officers would do: needs with the companies they would pick and
 * those they would leave out, judged by hand with reasons ({@code labelled-needs.json}). Where it
 * differs is printed; below the floors a change of rules or weights has made it worse.
 */
class LabelledNeedsTest {
  private static final double PRECISION_FLOOR = 0.90;
  private static final double FIRST_FLOOR = 0.85;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
  private static final AgencyCode JICA = AgencyCode.of("jica");

  record Labelled(String note, List<Company> companies, List<Need> needs) {}

  record Company(
      String what,
      JsonNode profile,
      Optional<String> band,
      Optional<Set<String>> formerIds,
      Optional<List<DirectoryEvent.Grant>> grants) {
    CompanyOffer offer() {
      var read = Json.events().treeToValue(profile, DirectoryEvent.ProfileChanged.class);
      return OfferReading.offer(
          read,
          formerIds.orElse(Set.of()),
          band.flatMap(OfferReading::band),
          grants.map(all -> new DirectoryEvent.ConsentChanged(read.companyId(), all)));
    }
  }

  record Need(
      String id,
      CountryCode country,
      List<Field> fields,
      List<HsCode> hs,
      List<CrsCode> crs,
      Set<String> rejected,
      List<String> top,
      Map<String, String> leftOut,
      String why) {
    Target target() {
      return new Target.OfNeed(id, new Target.Wanted(List.of(country), fields, hs, crs));
    }
  }

  private final Labelled labelled = read();
  private final List<CompanyOffer> offers =
      labelled.companies().stream().map(Company::offer).toList();
  private final Matcher matcher = new Matcher(Weights.current());

  @Test
  void the_matcher_picks_and_leaves_out_what_officers_would() {
    assertThat(labelled.needs()).hasSizeGreaterThanOrEqualTo(30);
    int hits = 0;
    int wanted = 0;
    int firsts = 0;
    int rightlyOut = 0;
    int toBeOut = 0;
    List<String> differences = new ArrayList<>();
    for (Need need : labelled.needs()) {
      var asked = new Matcher.Asked(JICA, DAY, need.rejected());
      List<Candidate> ranked = matcher.rank(need.target(), offers, asked);
      List<String> three =
          ranked.stream().limit(need.top().size()).map(Candidate::company).toList();
      Set<String> common = new HashSet<>(three);
      common.retainAll(need.top());
      hits += common.size();
      wanted += need.top().size();
      boolean first = three.stream().limit(1).toList().contains(need.top().getFirst());
      firsts += first ? 1 : 0;
      if (!first || common.size() < need.top().size()) {
        differences.add(need.id() + ": " + need.top() + " wanted, " + scores(ranked) + " found");
      }
      for (var out : need.leftOut().entrySet()) {
        toBeOut++;
        List<String> reasons = reasons(need, out.getKey(), asked);
        if (reasons.contains(out.getValue())) {
          rightlyOut++;
        } else {
          differences.add(need.id() + ": " + out + " wanted, " + reasons + " found");
        }
      }
      assertThat(three).as(need.id()).isNotEmpty().noneMatch(need.leftOut()::containsKey);
    }
    double precision = (double) hits / wanted;
    double atFirst = (double) firsts / labelled.needs().size();
    double exclusion = (double) rightlyOut / toBeOut;
    report(
        "matcher, weights %s, %d labelled needs: precision@3 %.3f, first place %.3f, exclusions %.3f"
            .formatted(
                Weights.current().version(),
                labelled.needs().size(),
                precision,
                atFirst,
                exclusion),
        differences);
    assertThat(precision)
        .as("precision@3; %s", differences)
        .isGreaterThanOrEqualTo(PRECISION_FLOOR);
    assertThat(atFirst).as("first places; %s", differences).isGreaterThanOrEqualTo(FIRST_FLOOR);
    assertThat(exclusion).as("exclusions; %s", differences).isEqualTo(1.0);
  }

  private List<String> reasons(Need need, String company, Matcher.Asked asked) {
    CompanyOffer offer =
        offers.stream().filter(it -> it.company().equals(company)).findFirst().orElseThrow();
    Assessment assessment = matcher.assess(need.target(), offer, asked);
    return assessment instanceof LeftOut leftOut
        ? leftOut.reasons().stream().map(Finding::code).toList()
        : List.of();
  }

  private static List<String> scores(List<Candidate> ranked) {
    return ranked.stream().limit(5).map(it -> it.company() + " " + it.score() / 100.0).toList();
  }

  private static void report(String line, List<String> differences) {
    System.out.println(line);
    differences.forEach(it -> System.out.println("  " + it));
  }

  private static Labelled read() {
    try (InputStream file = LabelledNeedsTest.class.getResourceAsStream("labelled-needs.json")) {
      return Json.events().readValue(file, Labelled.class);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
