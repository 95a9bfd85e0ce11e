package dev.kanmin.sheets;

import dev.kanmin.codes.Coded;

/** Files that tables come and go in. */
public enum SheetFormat implements Coded {
  CSV,
  XLSX;

  public static final String CSV_TYPE = "text/csv";
  public static final String XLSX_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  public String mediaType() {
    return this == CSV ? CSV_TYPE + ";charset=UTF-8" : XLSX_TYPE;
  }
}
