package dev.kanmin.odalinkage.activity;

import dev.kanmin.codes.CodeList;
import dev.kanmin.codes.CountryCode;
import dev.kanmin.codes.CurrencyCode;
import dev.kanmin.codes.IatiList;
import dev.kanmin.codes.Language;
import dev.kanmin.odalinkage.iati.IatiCodeLists;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers from the code lists that all services share, and from those of the standard that only
 * checking needs ({@code iati-codes.txt}).
 */
final class KanminCodeLists implements IatiCodeLists {
  /** Top-level media types; what is registered below them changes every week. Source: IANA. */
  private static final Pattern MEDIA_TYPE =
      Pattern.compile(
          "(application|audio|font|haptics|image|message|model|multipart|text|video)/[\\w.+-]+");

  private static final Map<String, Set<String>> FOR_CHECKING = CodesForChecking.read();

  @Override
  public Answer look(String list, String code) {
    return switch (list) {
      case "Country" -> known(CountryCode.find(code).isPresent());
      case "Currency" -> known(CurrencyCode.find(code).isPresent());
      case "Language" -> known(Language.find(code).isPresent());
      case "FileFormat" -> known(MEDIA_TYPE.matcher(code).matches());
      default ->
          Optional.ofNullable(FOR_CHECKING.get(list))
              .map(codes -> known(codes.contains(code)))
              .or(
                  () ->
                      IatiList.byStandardName(list)
                          .map(IatiList::list)
                          .map(found -> look(found, code)))
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
