package dev.kanmin.events.wire;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The published name of an event record. Stands on the record, so that the catalogue on one screen
 * shows what others subscribe to. The CloudEvents type becomes {@code
 * dev.kanmin.<service>.<name>.v<version>}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {
  /** In kebab case, past tense: {@code mission-announced}. */
  String value();

  /** Rises only when a reader of the older version could not read the newer one. */
  int version() default 1;
}
