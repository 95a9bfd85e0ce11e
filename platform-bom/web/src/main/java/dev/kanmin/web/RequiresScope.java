package dev.kanmin.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope that a caller's token must have. Stands on each handler method, or on a controller for
 * all that do not say otherwise; a handler method without it (and without {@link PublicEndpoint})
 * keeps the service from starting.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresScope {
  /** Such as {@code missions:write}. */
  String value();
}
