package dev.kanmin.web;

import dev.kanmin.events.aggregates.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.SpringAsmInfo;
import org.springframework.asm.Type;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * All problems that a service can answer with: every constant of the types {@link Rule} and {@link
 * ProblemType} in its own packages and in those it stands on. They are found and not listed, so
 * that none can be forgotten. Only the classes that have some are loaded for it.
 */
final class PublishedProblems {
  private static final List<String> PLATFORM = List.of("dev.kanmin.events", "dev.kanmin.web");
  private static final List<String> TYPES =
      List.of(Type.getDescriptor(Rule.class), Type.getDescriptor(ProblemType.class));

  private PublishedProblems() {}

  /** By status and code. */
  static List<ProblemType> of(List<String> packages) {
    Map<String, ProblemType> byCode = new TreeMap<>();
    Stream.concat(PLATFORM.stream(), packages.stream())
        .distinct()
        .flatMap(PublishedProblems::classes)
        .flatMap(PublishedProblems::constants)
        .forEach(problem -> byCode.putIfAbsent(problem.code(), problem));
    return byCode.values().stream()
        .sorted(Comparator.comparingInt(problem -> problem.status().value()))
        .toList();
  }

  private static Stream<Class<?>> classes(String inPackage) {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver()
              .getResources(
                  "classpath*:"
                      + ClassUtils.convertClassNameToResourcePath(inPackage)
                      + "/**/*.class");
      return Stream.of(files).flatMap(file -> withProblems(file).stream());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<Class<?>> withProblems(Resource file) {
    try (InputStream bytes = file.getInputStream()) {
      ClassReader reader = new ClassReader(bytes);
      Looking looking = new Looking();
      reader.accept(
          looking, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return looking.found
          ? Optional.of(
              ClassUtils.resolveClassName(
                  ClassUtils.convertResourcePathToClassName(reader.getClassName()),
                  PublishedProblems.class.getClassLoader()))
          : Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file.toString(), unreadable);
    }
  }

  private static Stream<ProblemType> constants(Class<?> type) {
    List<ProblemType> constants = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())
          && TYPES.contains(Type.getDescriptor(field.getType()))) {
        constants.add(value(field));
      }
    }
    return constants.stream();
  }

  private static ProblemType value(Field field) {
    try {
      field.setAccessible(true);
      Object value = field.get(null);
      return value instanceof Rule rule ? ProblemType.of(rule) : (ProblemType) value;
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static final class Looking extends ClassVisitor {
    private boolean found;

    Looking() {
      super(SpringAsmInfo.ASM_VERSION);
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      found |= Modifier.isStatic(access) && TYPES.contains(descriptor);
      return null;
    }
  }
}
