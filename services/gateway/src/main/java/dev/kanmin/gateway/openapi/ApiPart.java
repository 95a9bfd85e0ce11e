package dev.kanmin.gateway.openapi;

import tools.jackson.databind.node.ObjectNode;

/**
 * An OpenAPI document that is to be merged.
 *
 * @param service whose it is; names components that differ from another part's
 * @param document OpenAPI 3.1
 */
record ApiPart(String service, ObjectNode document) {
  /** Not the document, which is too long to be read in a message. */
  @Override
  public String toString() {
    return service;
  }
}
