package dev.kanmin.directory.company;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a company is called.
 *
 * @param ja as registered, with its legal form
 * @param kana how that is read (フリガナ)
 * @param en as it calls itself abroad
 */
public record CompanyNames(String ja, Optional<String> kana, Optional<String> en) {

  /** Language tag to name. */
  @JsonIgnore
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("ja", ja);
    en.ifPresent(it -> texts.put("en", it));
    return texts;
  }
}
