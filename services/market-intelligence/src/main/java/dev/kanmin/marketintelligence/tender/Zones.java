package dev.kanmin.marketintelligence.tender;

import dev.kanmin.codes.CountryCode;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Where deadlines of a country are read on the clock: the zone of its capital (IANA time zone
 * database, zone.tab). A country that is not here has a day and no hour.
 */
final class Zones {
  private static final Map<String, String> CAPITALS =
      Map.ofEntries(
          Map.entry("JP", "Asia/Tokyo"),
          Map.entry("CN", "Asia/Shanghai"),
          Map.entry("KR", "Asia/Seoul"),
          Map.entry("TW", "Asia/Taipei"),
          Map.entry("HK", "Asia/Hong_Kong"),
          Map.entry("MO", "Asia/Macau"),
          Map.entry("MN", "Asia/Ulaanbaatar"),
          Map.entry("BN", "Asia/Brunei"),
          Map.entry("KH", "Asia/Phnom_Penh"),
          Map.entry("ID", "Asia/Jakarta"),
          Map.entry("LA", "Asia/Vientiane"),
          Map.entry("MY", "Asia/Kuala_Lumpur"),
          Map.entry("MM", "Asia/Yangon"),
          Map.entry("PH", "Asia/Manila"),
          Map.entry("SG", "Asia/Singapore"),
          Map.entry("TH", "Asia/Bangkok"),
          Map.entry("VN", "Asia/Ho_Chi_Minh"),
          Map.entry("TL", "Asia/Dili"),
          Map.entry("IN", "Asia/Kolkata"),
          Map.entry("BD", "Asia/Dhaka"),
          Map.entry("LK", "Asia/Colombo"),
          Map.entry("NP", "Asia/Kathmandu"),
          Map.entry("BT", "Asia/Thimphu"),
          Map.entry("MV", "Indian/Maldives"),
          Map.entry("PK", "Asia/Karachi"),
          Map.entry("KZ", "Asia/Almaty"),
          Map.entry("UZ", "Asia/Tashkent"),
          Map.entry("AM", "Asia/Yerevan"),
          Map.entry("GE", "Asia/Tbilisi"));

  private Zones() {}

  static Optional<ZoneId> of(CountryCode country) {
    return Optional.ofNullable(CAPITALS.get(country.code())).map(ZoneId::of);
  }
}
