package dev.kanmin.marketintelligence.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.HsCode;
import dev.kanmin.marketintelligence.comtrade.Areas;
import dev.kanmin.marketintelligence.profile.ProfileFacts.YearFigure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileMakerTest {
  private static final CountryCode VIET_NAM = CountryCode.of("VN");

  /** A profile with all that there can be. */
  static ProfileFacts ofSample() {
    return make("endoscopy", sample());
  }

  @Test
  void the_total_is_the_sources_own_and_parts_are_never_added_to_it() {
    ProfileFacts facts = ofSample();
    assertThat(facts.years()).extracting(YearFigure::imports).containsExactly(big(1000), big(1210));
    assertThat(facts.years().getLast().japanShare()).contains(new BigDecimal("30.0"));
    assertThat(facts.competitors())
        .extracting(it -> it.area() + " " + it.share())
        .containsExactly("392 30.0", "490 20.0");
    assertThat(facts.shared()).containsExactly(HsCode.of("901890"));
  }

  @Test
  void partners_without_a_total_make_no_profile() {
    assertThat(
            ProfileMaker.of(
                VIET_NAM,
                Field.of("endoscopy"),
                List.of(figure(2023, "901890", "392", "H6", 5)),
                AgencyCode.of("jetro")))
        .isEmpty();
  }

  @Test
  void growth_is_that_of_a_year_and_tells_that_the_goods_were_numbered_anew() {
    ProfileFacts facts = ofSample();
    assertThat(facts.growth())
        .contains(new ProfileFacts.Growth(2021, 2023, new BigDecimal("10.0"), true));
    assertThat(facts.years()).extracting(YearFigure::revisionBreak).containsExactly(false, true);
  }

  @Test
  void years_that_lack_other_goods_are_not_compared() {
    ProfileFacts facts =
        make(
            "blood-purification",
            List.of(
                figure(2020, "901890", "0", "H6", 100),
                figure(2023, "901890", "0", "H6", 100),
                figure(2023, "842129", "0", "H6", 50)));
    assertThat(facts.growth()).isEmpty();
    assertThat(facts.years().getFirst().missing()).containsExactly(HsCode.of("842129"));
    assertThat(facts.years().getLast().imports()).isEqualTo(big(150));
  }

  @Test
  void of_several_revisions_one_counts_and_a_heading_is_itself_or_its_parts() {
    assertThat(
            make(
                    "endoscopy",
                    List.of(
                        figure(2023, "901890", "0", "H4", 100),
                        figure(2023, "901890", "0", "H6", 120)))
                .years())
        .extracting(YearFigure::imports)
        .containsExactly(big(120));
    assertThat(
            make(
                    "care-systems",
                    List.of(
                        figure(2022, "8713", "0", "H6", 70),
                        figure(2022, "871310", "0", "H6", 40),
                        figure(2023, "871310", "0", "H6", 40),
                        figure(2023, "871390", "0", "H6", 30)))
                .years())
        .extracting(YearFigure::imports)
        .containsExactly(big(70), big(70));
  }

  @Test
  void without_partners_japans_share_is_unknown_and_with_others_alone_it_is_none() {
    YearFigure total =
        make("endoscopy", List.of(figure(2023, "901890", "0", "H6", 100))).years().getFirst();
    assertThat(total.japanShare()).isEmpty();
    YearFigure others =
        make(
                "endoscopy",
                List.of(
                    figure(2023, "901890", "0", "H6", 100),
                    figure(2023, "901890", "276", "H6", 100)))
            .years()
            .getFirst();
    assertThat(others.japanShare()).contains(new BigDecimal("0.0"));
  }

  @Test
  void the_score_shows_its_parts_and_is_withheld_where_too_little_is_known() {
    Attractiveness score = Attractiveness.of(ofSample(), 2, List.of());
    // size 1 × 10, growth 5 × 10, opportunities 2 × 15, competition 5 × 30, of a weight of 65
    assertThat(score.score()).contains(new BigDecimal("3.69"));
    assertThat(score.knownWeight()).isEqualTo(65);
    ProfileFacts bare = make("endoscopy", List.of(figure(2023, "901890", "0", "H6", 100)));
    assertThat(Attractiveness.of(bare, 0, List.of()).withheld()).contains("too-few-inputs");
    assertThat(Attractiveness.of(ofSample(), 2, List.of("import ban")).withheld())
        .contains("showstopper");
  }

  private static List<TradeFigure> sample() {
    List<TradeFigure> figures = new ArrayList<>();
    figures.add(figure(2021, "901890", "0", "H5", 1000));
    figures.add(figure(2021, "901890", "392", "H5", 250));
    figures.add(figure(2023, "901890", "0", "H6", 1210));
    figures.add(figure(2023, "901890", "392", "H6", 363));
    figures.add(figure(2023, "901890", "490", "H6", 242));
    return figures;
  }

  private static ProfileFacts make(String field, List<TradeFigure> figures) {
    return ProfileMaker.of(VIET_NAM, Field.of(field), figures, AgencyCode.of("jetro"))
        .orElseThrow();
  }

  private static TradeFigure figure(
      int year, String goods, String partner, String revision, long dollars) {
    return new TradeFigure(
        year,
        HsCode.of(goods),
        partner,
        Areas.country(partner, Optional.empty()),
        revision,
        big(dollars),
        false,
        LocalDate.of(2026, 9, 1),
        false,
        Optional.empty());
  }

  private static BigDecimal big(long number) {
    return BigDecimal.valueOf(number);
  }
}
