package dev.kanmin.web;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.SpringDocJavadocProvider;
import org.springframework.web.util.HtmlUtils;

/** The Javadoc that the compiler kept, as the CommonMark that descriptions are written in. */
final class ApiJavadoc extends SpringDocJavadocProvider {
  private static final Pattern CODE = Pattern.compile("<code>\\s*(.*?)\\s*</code>", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+\\S+\\s+([^}]+)}");
  private static final Pattern PARAGRAPH = Pattern.compile("\\s*</?p>\\s*");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  @Override
  public String getClassJavadoc(Class<?> type) {
    return type.isArray() ? "" : text(super.getClassJavadoc(type));
  }

  @Override
  public Map<String, String> getRecordClassParamJavadoc(Class<?> type) {
    if (!type.isRecord()) {
      return Map.of();
    }
    return super.getRecordClassParamJavadoc(type).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, component -> text(component.getValue())));
  }

  @Override
  public String getMethodJavadocDescription(Method method) {
    return text(super.getMethodJavadocDescription(method));
  }

  @Override
  public String getMethodJavadocReturn(Method method) {
    return text(super.getMethodJavadocReturn(method));
  }

  @Override
  public String getParamJavadoc(Method method, String name) {
    return text(super.getParamJavadoc(method, name));
  }

  @Override
  public String getFieldJavadoc(Field field) {
    return text(super.getFieldJavadoc(field));
  }

  /** Empty for what has none. */
  static String text(@Nullable String html) {
    if (html == null) {
      return "";
    }
    String code = CODE.matcher(html).replaceAll("`$1`");
    String named = LINK.matcher(code).replaceAll("$1");
    return PARAGRAPH
        .splitAsStream(named)
        .map(paragraph -> BLANKS.matcher(paragraph.strip()).replaceAll(" "))
        .map(HtmlUtils::htmlUnescape)
        .filter(paragraph -> !paragraph.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }
}
