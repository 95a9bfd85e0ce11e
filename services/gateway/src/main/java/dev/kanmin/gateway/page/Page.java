package dev.kanmin.gateway.page;

import java.util.List;

/**
 * What surrounds the content of every page.
 *
 * @param language BCP 47 tag
 * @param place which entry of the navigation is this one; {@code ""} for none
 * @param agency of the person who is signed in; {@code ""} on public pages
 * @param csrf what a form must send back; of no use on public pages
 * @param demo whether to say that this is a local run with made-up data
 */
record Page(
    String language,
    String title,
    String place,
    List<LanguageChoice> languages,
    String agency,
    Csrf csrf,
    boolean demo,
    Assets assets,
    List<String> stylesheets,
    List<String> scripts) {

  /** Another language of the same page. */
  record LanguageChoice(String tag, String label, String href, boolean chosen) {}

  /** The synchroniser token. */
  record Csrf(String parameterName, String token) {
    static final Csrf NONE = new Csrf("_csrf", "");
  }
}
