package org.sitewatch.report;

/** The words of the EAMENA vocabulary for the share of a zone that is disturbed. */
enum ExtentClass {
  UNKNOWN("Unknown"),
  NONE("No Visible/Known"),
  TO_10("1-10%"),
  TO_30("11-30%"),
  TO_60("31-60%"),
  TO_90("61-90%"),
  TO_100("91-100%");

  private final String label;

  ExtentClass(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** Gapless: each class ends where its label ends, and anything above 0 is at least 1-10%. */
  static ExtentClass ofPercent(double percent) {
    if (!(percent >= 0)) {
      return UNKNOWN;
    }
    if (percent == 0) {
      return NONE;
    }
    if (percent <= 10) {
      return TO_10;
    }
    if (percent <= 30) {
      return TO_30;
    }
    if (percent <= 60) {
      return TO_60;
    }
    return percent <= 90 ? TO_90 : TO_100;
  }
}
