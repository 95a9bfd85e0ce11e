package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.CodeList;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CurrencyCode;
import dev.kanmin.codes.IatiList;
import dev.kanmin.odalinkage.iati.IatiCodeLists;

/** Answers from the code lists that all services share. */
final class KanminCodeLists implements IatiCodeLists {
  /**
   * Kosovo, which publishers name and ISO 3166-1 leaves to its users. Source: IATI list Country.
   */
  private static final String KOSOVO = "XK";

  @Override
  public Answer look(String list, String code) {
    return switch (list) {
      case "Country" -> known(code.equals(KOSOVO) || CountryCode.find(code).isPresent());
      case "Currency" -> known(CurrencyCode.find(code).isPresent());
      default ->
          IatiList.byStandardName(list)
              .map(IatiList::list)
              .map(found -> look(found, code))
              .orElse(Answer.NOT_HELD);
    };
  }

  private static Answer look(CodeList list, String code) {
    if (list.has(code)) {
      return Answer.KNOWN;
    }
    return list.complete() ? Answer.UNKNOWN : Answer.NOT_HELD;
  }

  private static Answer known(boolean there) {
    return there ? Answer.KNOWN : Answer.UNKNOWN;
  }
}
