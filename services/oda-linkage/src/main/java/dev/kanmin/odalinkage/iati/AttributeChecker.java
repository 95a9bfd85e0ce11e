package dev.kanmin.odalinkage.iati;

import dev.kanmin.odalinkage.iati.Shape.AttributeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;

/**
 * Checks the attributes of one element, and puts right what can be: blanks around references and
 * codes go, and so does what XML itself has besides the language. An identity ({@code xml:id}) or a
 * base of addresses holds for one file, and activities of many files are written into one.
 */
final class AttributeChecker {

  /** What the schema declares for use anywhere. Source: iati-common.xsd. */
  private static final Map<String, SimpleType> IN_EXTENSIONS =
      Map.of("value-date", SimpleType.DATE);

  private static final String LANGUAGES = "Language";

  /** Texts of people, in which blanks are theirs. */
  private static final Set<String> FREE = Set.of("name", "value");

  private final IatiVersion version;
  private final IatiCodeLists codeLists;
  private final FaultCollector faults;

  AttributeChecker(IatiVersion version, IatiCodeLists codeLists, FaultCollector faults) {
    this.version = version;
    this.codeLists = codeLists;
    this.faults = faults;
  }

  /** The attributes as they are kept. */
  List<IatiAttribute> check(Place place, String element, Shape shape, List<IatiAttribute> given) {
    int required = 0;
    List<IatiAttribute> kept = new ArrayList<>(given.size());
    for (IatiAttribute attribute : given) {
      AttributeRule rule = shape.attributes().get(nameInSchema(attribute.name()));
      if (rule != null) {
        required += rule.required() ? 1 : 0;
        kept.add(checkValue(place, rule, attribute));
      } else if (isXmls(attribute.name())) {
        tellNotKept(place, attribute.name());
      } else if (attribute.name().standard()) {
        faults.error(
            place,
            attribute.name().local(),
            FaultCode.UNKNOWN_ATTRIBUTE,
            element
                + " has no attribute "
                + attribute.name().local()
                + " in version "
                + version.number()
                + "; remove it.");
      } else {
        checkOther(place, element, shape, attribute);
        kept.add(attribute);
      }
      checkCharacters(place, attribute);
    }
    checkRequired(place, element, shape, given, required);
    return kept.equals(given) ? given : kept;
  }

  /** The attributes of an extension element as they are kept. */
  List<IatiAttribute> checkExtension(Place place, List<IatiAttribute> given) {
    List<IatiAttribute> kept = new ArrayList<>(given.size());
    for (IatiAttribute attribute : given) {
      if (isXmls(attribute.name())) {
        tellNotKept(place, attribute.name());
        continue;
      }
      SimpleType type =
          attribute.name().equals(IatiName.LANGUAGE)
              ? SimpleType.LANGUAGE_OR_EMPTY
              : attribute.name().standard() ? IN_EXTENSIONS.get(attribute.name().local()) : null;
      if (type != null) {
        checkType(place, attribute.name().written(), type, attribute.value());
      }
      checkCharacters(place, attribute);
      kept.add(attribute);
    }
    return kept.equals(given) ? given : kept;
  }

  /** Whether it is one of XML's own that is not kept. */
  static boolean isXmls(IatiName name) {
    return name.namespace().equals(XMLConstants.XML_NS_URI) && !name.sameAs(IatiName.LANGUAGE);
  }

  private void tellNotKept(Place place, IatiName name) {
    faults.warning(
        place,
        name.written(),
        FaultCode.NOT_KEPT,
        name.written() + " has a meaning in its own file only and is not kept; remove it.");
  }

  /** The name of an extension: its namespace goes into everybody's export. */
  void checkNamespace(Place place, IatiName name) {
    if (!name.standard() && !UriForm.isNamespace(name.namespace())) {
      faults.error(
          place,
          FaultCode.BAD_TYPE,
          "The namespace of "
              + name.written()
              + " should be a web address, not "
              + Quoted.of(name.namespace())
              + ".");
    }
  }

  private void checkCharacters(Place place, IatiAttribute attribute) {
    checkNamespace(place, attribute.name());
    XmlCharacters.firstForbidden(attribute.value())
        .ifPresent(
            point ->
                faults.error(
                    place,
                    attribute.name().written(),
                    FaultCode.NOT_WELL_FORMED,
                    XmlCharacters.fault(point)));
  }

  private void checkOther(Place place, String element, Shape shape, IatiAttribute attribute) {
    if (attribute.name().namespace().equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
      checkSchemaInstance(place, attribute.name());
    } else if (!shape.attributesOfOthers()) {
      faults.error(
          place,
          attribute.name().written(),
          FaultCode.FOREIGN_ATTRIBUTE_NOT_ALLOWED,
          "The standard leaves no room for attributes of other namespaces in "
              + element
              + "; remove "
              + attribute.name().written()
              + ".");
    } else if (attribute.name().sameAs(IatiName.LANGUAGE)) {
      String name = attribute.name().written();
      if (checkType(place, name, SimpleType.LANGUAGE_OR_EMPTY, attribute.value())) {
        checkCode(place, name, LANGUAGES, attribute.value());
      }
    }
  }

  /**
   * Where a schema lies may be told; declaring another type or no value at all would go around the
   * checks.
   */
  private void checkSchemaInstance(Place place, IatiName name) {
    if (name.local().equals("type") || name.local().equals("nil")) {
      faults.error(
          place,
          name.written(),
          FaultCode.UNKNOWN_ATTRIBUTE,
          name.written() + " has no use in IATI files; remove it.");
    }
  }

  private IatiAttribute checkValue(Place place, AttributeRule rule, IatiAttribute attribute) {
    String written = attribute.value();
    if (!checkType(place, rule.name(), rule.type(), written)) {
      return attribute;
    }
    String value =
        rule.type() == SimpleType.STRING && !FREE.contains(rule.name())
            ? Blanks.trimmed(written)
            : rule.type().kept(written);
    if (!value.equals(written)) {
      tellChange(place, rule, written, value);
    }
    rule.codeList().ifPresent(list -> checkCode(place, rule.name(), list, value));
    return new IatiAttribute(attribute.name(), value);
  }

  private void tellChange(Place place, AttributeRule rule, String written, String value) {
    if (rule.type() == SimpleType.STRING) {
      faults.warning(
          place,
          rule.name(),
          FaultCode.BLANKS,
          Quoted.of(written) + " has blanks around it and is taken without; remove them.");
    } else if (rule.type() != SimpleType.ANY_URI) {
      faults.warning(
          place,
          rule.name(),
          FaultCode.TOO_PRECISE,
          "The number has more digits than are kept and is taken as " + value + ".");
    }
  }

  private void checkCode(Place place, String attribute, String list, String code) {
    boolean unknown =
        codeLists.look(list, code.strip()) == IatiCodeLists.Answer.UNKNOWN
            && !(list.equals(LANGUAGES) && code.isBlank());
    if (unknown) {
      faults.warning(
          place,
          attribute,
          FaultCode.UNKNOWN_CODE,
          Quoted.of(code) + " is not in the code list " + list + "; use a code of that list.");
    }
  }

  private boolean checkType(Place place, String attribute, SimpleType type, String value) {
    if (type.accepts(value)) {
      return true;
    }
    faults.error(
        place,
        attribute,
        FaultCode.BAD_TYPE,
        attribute + " should be " + type.description() + ", not " + Quoted.of(value) + ".");
    return false;
  }

  private void checkRequired(
      Place place, String element, Shape shape, List<IatiAttribute> given, int found) {
    int missing = -found;
    for (AttributeRule rule : shape.attributes().values()) {
      missing += rule.required() ? 1 : 0;
    }
    if (missing == 0) {
      return;
    }
    for (AttributeRule rule : shape.attributes().values()) {
      if (rule.required()
          && given.stream().noneMatch(each -> nameInSchema(each.name()).equals(rule.name()))) {
        faults.error(
            place,
            rule.name(),
            FaultCode.MISSING_ATTRIBUTE,
            element
                + " has no attribute "
                + rule.name()
                + "; add it, it should be "
                + rule.type().description()
                + ".");
      }
    }
  }

  static String nameInSchema(IatiName name) {
    if (name.standard()) {
      return name.local();
    }
    // A prefix is free to choose except that of XML itself, so only that one can stand in the
    // table.
    return name.namespace().equals(XMLConstants.XML_NS_URI)
        ? XMLConstants.XML_NS_PREFIX + ":" + name.local()
        : "{" + name.namespace() + "}" + name.local();
  }
}
