package dev.kanmin.odalinkage.iati;

import dev.kanmin.odalinkage.iati.Shape.AttributeRule;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;

/** Checks the attributes of one element. */
final class AttributeChecker {

  /**
   * What XML itself and the schema declare for use anywhere. Source: the W3C's xml.xsd, and
   * iati-common.xsd.
   */
  private static final Map<String, SimpleType> ANYWHERE =
      Map.of("xml:lang", SimpleType.LANGUAGE_OR_EMPTY, "xml:base", SimpleType.ANY_URI);

  private static final Map<String, SimpleType> IN_EXTENSIONS =
      Map.of("value-date", SimpleType.DATE);

  private final IatiVersion version;
  private final IatiCodeLists codeLists;
  private final FaultCollector faults;

  AttributeChecker(IatiVersion version, IatiCodeLists codeLists, FaultCollector faults) {
    this.version = version;
    this.codeLists = codeLists;
    this.faults = faults;
  }

  void check(Place place, String element, Shape shape, List<IatiAttribute> given) {
    int required = 0;
    for (IatiAttribute attribute : given) {
      AttributeRule rule = shape.attributes().get(nameInSchema(attribute.name()));
      if (rule != null) {
        required += rule.required() ? 1 : 0;
        checkValue(place, rule, attribute.value());
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
      }
    }
    checkRequired(place, element, shape, given, required);
  }

  void checkExtension(Place place, List<IatiAttribute> given) {
    for (IatiAttribute attribute : given) {
      SimpleType type =
          attribute.name().standard()
              ? IN_EXTENSIONS.get(attribute.name().local())
              : ANYWHERE.get(nameInSchema(attribute.name()));
      if (type != null) {
        checkType(place, attribute.name().written(), type, attribute.value());
      }
    }
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
    } else {
      SimpleType type = ANYWHERE.get(nameInSchema(attribute.name()));
      if (type != null) {
        checkType(place, attribute.name().written(), type, attribute.value());
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

  private void checkValue(Place place, AttributeRule rule, String value) {
    if (checkType(place, rule.name(), rule.type(), value) && rule.codeList().isPresent()) {
      String list = rule.codeList().get();
      if (codeLists.look(list, value) == IatiCodeLists.Answer.UNKNOWN) {
        faults.warning(
            place,
            rule.name(),
            FaultCode.UNKNOWN_CODE,
            Quoted.of(value) + " is not in the code list " + list + "; use a code of that list.");
      }
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

  private static String nameInSchema(IatiName name) {
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
