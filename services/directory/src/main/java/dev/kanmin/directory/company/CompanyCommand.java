package dev.kanmin.directory.company;

import static com.fasterxml.jackson.annotation.Nulls.AS_EMPTY;

import com.fasterxml.jackson.annotation.JsonSetter;
import dev.kanmin.codes.AgencyCode;
import dev.kanmin.directory.office.ResponsibleOffice;
import java.util.List;

/**
 * All that can be asked of a company's record. When and by whom it may be asked stands in {@link
 * CompanyLifeCycle}.
 */
sealed interface CompanyCommand {

  record Register(String id, CompanyProfile profile) implements CompanyCommand {}

  record ChangeProfile(CompanyProfile profile) implements CompanyCommand {}

  /** In place of all grants before; who is left out loses theirs. */
  record SetConsent(@JsonSetter(nulls = AS_EMPTY) List<ConsentGrant> grants)
      implements CompanyCommand {}

  record WithdrawConsent(AgencyCode agency) implements CompanyCommand {}

  /** If that office still looks after it. */
  record HandOver(String from, ResponsibleOffice to) implements CompanyCommand {}

  /** That record goes on in this one's place; whether it can stands in {@code Merges}. */
  record Merge(String into) implements CompanyCommand {}

  record Erase() implements CompanyCommand {}

  /** With the record that goes on in its place, whoever was responsible for this one. */
  record EraseMerged() implements CompanyCommand {}
}
