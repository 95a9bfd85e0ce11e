package dev.kanmin.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bodies that a handler method takes, among the files of {@code src/dev}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ExampleFiles {
  /** Paths in {@code src/dev}, such as {@code missions/*.json}. */
  String[] value();
}
