package dev.kanmin.codes;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The code lists of the IATI standard 2.03 that Kanmin carries; {@link CodeList#complete()} tells
 * whether a list holds every code of the standard.
 */
public enum IatiList {
  ACTIVITY_DATE_TYPE("ActivityDateType"),
  ACTIVITY_SCOPE("ActivityScope"),
  ACTIVITY_STATUS("ActivityStatus"),
  AID_TYPE("AidType"),
  BUDGET_STATUS("BudgetStatus"),
  BUDGET_TYPE("BudgetType"),
  COLLABORATION_TYPE("CollaborationType"),
  CONDITION_TYPE("ConditionType"),
  CONTACT_TYPE("ContactType"),
  DESCRIPTION_TYPE("DescriptionType"),
  DOCUMENT_CATEGORY("DocumentCategory"),
  FINANCE_TYPE("FinanceType"),
  FLOW_TYPE("FlowType"),
  GEOGRAPHIC_EXACTNESS("GeographicExactness"),
  GEOGRAPHIC_LOCATION_REACH("GeographicLocationReach"),
  INDICATOR_MEASURE("IndicatorMeasure"),
  ORGANISATION_ROLE("OrganisationRole"),
  ORGANISATION_TYPE("OrganisationType"),
  OTHER_IDENTIFIER_TYPE("OtherIdentifierType"),
  POLICY_SIGNIFICANCE("PolicySignificance"),
  REGION_VOCABULARY("RegionVocabulary"),
  RELATED_ACTIVITY_TYPE("RelatedActivityType"),
  RESULT_TYPE("ResultType"),
  SECTOR_VOCABULARY("SectorVocabulary"),
  TIED_STATUS("TiedStatus"),
  TRANSACTION_TYPE("TransactionType");

  private static final Map<String, IatiList> BY_STANDARD_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(IatiList::standardName, Function.identity()));

  private final String standardName;
  private final String listName;

  IatiList(String standardName) {
    this.standardName = standardName;
    this.listName = "iati-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The list that the standard calls so, such as {@code ActivityStatus}; empty when not carried.
   */
  public static Optional<IatiList> byStandardName(String standardName) {
    return Optional.ofNullable(BY_STANDARD_NAME.get(standardName));
  }

  public String standardName() {
    return standardName;
  }

  public CodeList list() {
    return CodeLists.list(listName);
  }
}
