package dev.kanmin.gateway.page;

import java.util.List;
import java.util.stream.Stream;

/**
 * What surrounds the content of every page.
 *
 * @param language BCP 47 tag
 * @param place which entry of the navigation is this one; {@code ""} for none
 * @param kinds lists of records, for who is signed in
 * @param agency of the person who is signed in; {@code ""} on public pages
 * @param csrf what a form must send back; of no use on public pages
 * @param demo whether to say that this is a local run with made-up data
 */
record Page(
    String language,
    String title,
    String place,
    List<KindChoice> kinds,
    List<LanguageChoice> languages,
    String agency,
    Csrf csrf,
    boolean demo,
    Assets assets,
    List<String> stylesheets,
    List<String> scripts) {

  /** The same with more scripts. */
  Page withScripts(String... more) {
    return new Page(
        language,
        title,
        place,
        kinds,
        languages,
        agency,
        csrf,
        demo,
        assets,
        stylesheets,
        Stream.concat(scripts.stream(), Stream.of(more)).toList());
  }

  /** The list of a kind of record. */
  record KindChoice(String label, String href, boolean chosen) {}

  /** Another language of the same page. */
  record LanguageChoice(String tag, String label, String href, boolean chosen) {}

  /** The synchroniser token. */
  record Csrf(String parameterName, String token) {
    static final Csrf NONE = new Csrf("_csrf", "");
  }
}
