package dev.kanmin.web;

import org.springframework.web.method.HandlerMethod;

/** A handler method says neither which scope it needs nor that it is public: no start. */
final class UnprotectedHandlerException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  UnprotectedHandlerException(HandlerMethod handler) {
    super(
        "%s.%s needs @RequiresScope(\"…\") or @PublicEndpoint"
            .formatted(handler.getBeanType().getName(), handler.getMethod().getName()));
  }
}
