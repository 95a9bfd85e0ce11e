package dev.kanmin.gateway.page;

import dev.kanmin.gateway.form.Api;
import dev.kanmin.gateway.owner.Owners.Asking;
import java.util.Optional;

/**
 * Somebody at a page, with what is needed to work for them.
 *
 * @param token empty when it has expired
 */
record Officer(Wording wording, PageWords words, Api api, Optional<String> token) {
  Asking asking() {
    return new Asking(token.orElse(""), words.language());
  }
}
