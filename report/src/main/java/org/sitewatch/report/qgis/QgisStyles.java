package org.sitewatch.report.qgis;

import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.report.words.Words;

/** A style beside each GeoJSON of a run, of its name, so that QGIS opens it by itself. */
public final class QgisStyles {
  private QgisStyles() {}

  /** The same for every run: a style holds no place. */
  public static SortedMap<String, byte[]> files(Words words) {
    var files = new TreeMap<String, byte[]>();
    files.put(beside(RunFiles.DISTURBANCES), MapStyle.disturbances(words));
    files.put(beside(RunFiles.COVERAGE), MapStyle.coverage(words));
    return files;
  }

  private static String beside(String layer) {
    return layer.substring(0, layer.lastIndexOf('.')) + ".qml";
  }
}
