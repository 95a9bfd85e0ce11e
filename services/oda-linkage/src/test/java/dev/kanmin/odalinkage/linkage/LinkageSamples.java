package dev.kanmin.odalinkage.linkage;

import dev.kanmin.codes.AgencyCode;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.Field;
import dev.kanmin.codes.LocalizedText;
import java.util.Map;
import java.util.Optional;

/** Made-up proposals. */
final class LinkageSamples {
  static final String COMPANY = "cmp_01k0000000000000000000samp";
  static final String NEED = "need_01k0000000000000000000samp";
  static final String ACTIVITY = "act_01k0000000000000000000samp";
  static final String TENDER = "tnd_01k0000000000000000000samp";
  static final Optional<LocalizedText> REMARK =
      Optional.of(LocalizedText.of("【サンプル】価格は次回", "[Sample] Price next time"));
  static final Optional<LocalizedText> NONE = Optional.empty();

  private LinkageSamples() {}

  /** To a need of JICA's. */
  static Proposal toNeed() {
    return new Proposal(
        COMPANY,
        OffersTo.need(NEED),
        CountryCode.of("VN"),
        Field.of("endoscopy"),
        AgencyCode.of("jica"),
        Map.of("en", "[Sample] Colonoscopes"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Proposal.Match("2026-11", 8_125, Map.of("field", 1_800))),
        REMARK,
        true);
  }

  /** To all three at once. */
  static Proposal toAll() {
    return new Proposal(
        COMPANY,
        new OffersTo(Optional.of(ACTIVITY), Optional.of(NEED), Optional.of(TENDER)),
        CountryCode.of("VN"),
        Field.of("endoscopy"),
        AgencyCode.of("jica"),
        Map.of("ja", "【サンプル】内視鏡", "en", "[Sample] Endoscopes"),
        Optional.of("XM-DAC-701-8-SAMPLE-1"),
        Optional.of("ocds-sample-000001"),
        Optional.empty(),
        NONE,
        true);
  }

  static Proposal toActivity() {
    Proposal all = toAll();
    return new Proposal(
        all.company(),
        OffersTo.activity(ACTIVITY),
        all.country(),
        all.field(),
        all.owner(),
        all.title(),
        all.iatiIdentifier(),
        Optional.empty(),
        Optional.empty(),
        NONE,
        true);
  }
}
