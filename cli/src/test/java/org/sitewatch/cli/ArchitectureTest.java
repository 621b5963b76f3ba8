package org.sitewatch.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Imports run one way: cli, report, detect, ingest, sites. */
@AnalyzeClasses(packages = "org.sitewatch", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  @ArchTest
  static final ArchRule IMPORTS_RUN_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy("org.sitewatch.cli..")
          .layer("report")
          .definedBy("org.sitewatch.report..")
          .layer("detect")
          .definedBy("org.sitewatch.detect..")
          .layer("ingest")
          .definedBy("org.sitewatch.ingest..")
          .layer("sites")
          .definedBy("org.sitewatch.sites..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("detect")
          .mayOnlyBeAccessedByLayers("cli", "report")
          .whereLayer("ingest")
          .mayOnlyBeAccessedByLayers("cli", "report", "detect");

  @ArchTest
  static final ArchRule NO_CIRCLES_BETWEEN_PACKAGES =
      slices().matching("org.sitewatch.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule SPARK_STAYS_IN_JOBS =
      noClasses()
          .that()
          .resideOutsideOfPackages("..job..")
          .and()
          .doNotHaveSimpleName("SparkSession")
          .and()
          .doNotHaveSimpleName("DoctorCommand")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..");

  @ArchTest
  static final ArchRule GEOTOOLS_STAYS_IN_INGEST =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.sitewatch.ingest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.geotools..", "it.geosolutions..");

  @ArchTest
  static final ArchRule REPORT_HOLDS_NO_IMAGES =
      noClasses()
          .that()
          .resideInAPackage("org.sitewatch.report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.imglib2..");

  @ArchTest
  static final ArchRule ONLY_THE_DOOR_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.sitewatch.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
