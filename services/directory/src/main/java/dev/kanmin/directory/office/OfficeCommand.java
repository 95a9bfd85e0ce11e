package dev.kanmin.directory.office;

import dev.kanmin.codes.LocalizedText;

/** All that can be asked of an office; when and by whom stands in {@link OfficeLifeCycle}. */
sealed interface OfficeCommand {

  record Register(String id, ResponsibleOffice office) implements OfficeCommand {}

  record Rename(LocalizedText name) implements OfficeCommand {}

  /** All that it looks after goes to another office of the same agency. */
  record HandOver(ResponsibleOffice to) implements OfficeCommand {}

  record Close() implements OfficeCommand {}
}
