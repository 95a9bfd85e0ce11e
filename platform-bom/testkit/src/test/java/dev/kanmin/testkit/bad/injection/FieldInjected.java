package dev.kanmin.testkit.bad.injection;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

public final class FieldInjected {
  @Autowired @Nullable String name;
}
