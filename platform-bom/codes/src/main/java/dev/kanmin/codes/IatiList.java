package dev.kanmin.codes;

/**
 * The code lists of the IATI standard 2.03 that Kanmin carries; {@link #list()} tells whether one
 * is complete.
 */
public enum IatiList {
  ACTIVITY_DATE_TYPE("iati-activity-date-type"),
  ACTIVITY_SCOPE("iati-activity-scope"),
  ACTIVITY_STATUS("iati-activity-status"),
  AID_TYPE("iati-aid-type"),
  BUDGET_STATUS("iati-budget-status"),
  BUDGET_TYPE("iati-budget-type"),
  COLLABORATION_TYPE("iati-collaboration-type"),
  CONDITION_TYPE("iati-condition-type"),
  CONTACT_TYPE("iati-contact-type"),
  DESCRIPTION_TYPE("iati-description-type"),
  DOCUMENT_CATEGORY("iati-document-category"),
  FINANCE_TYPE("iati-finance-type"),
  FLOW_TYPE("iati-flow-type"),
  GEOGRAPHIC_EXACTNESS("iati-geographic-exactness"),
  GEOGRAPHIC_LOCATION_REACH("iati-geographic-location-reach"),
  INDICATOR_MEASURE("iati-indicator-measure"),
  ORGANISATION_ROLE("iati-organisation-role"),
  ORGANISATION_TYPE("iati-organisation-type"),
  OTHER_IDENTIFIER_TYPE("iati-other-identifier-type"),
  POLICY_SIGNIFICANCE("iati-policy-significance"),
  REGION_VOCABULARY("iati-region-vocabulary"),
  RELATED_ACTIVITY_TYPE("iati-related-activity-type"),
  RESULT_TYPE("iati-result-type"),
  SECTOR_VOCABULARY("iati-sector-vocabulary"),
  TIED_STATUS("iati-tied-status"),
  TRANSACTION_TYPE("iati-transaction-type");

  private final String listName;

  IatiList(String listName) {
    this.listName = listName;
  }

  public CodeList list() {
    return CodeLists.list(listName);
  }
}
