package org.sitewatch.cli.bill;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes what a distribution is made of, of the jars that lie in it: {@code sbom.json} (CycloneDX
 * 1.6) and {@code licences/THIRD-PARTY.txt}. The same jars give the same bytes. The build runs it;
 * it is no part of the program.
 */
public final class BillOfMaterials {
  private static final String REFUSED = "the distribution is refused:\n  ";

  private final ObjectMapper json = new ObjectMapper();
  private final SortedSet<String> refusals = new TreeSet<>();
  private final Licences licences;
  private final Path home;

  BillOfMaterials(Path home, Licences licences) {
    this.home = home;
    this.licences = licences;
  }

  /**
   * @param args folder of the distribution, list of licences, Maven's list of dependencies, version
   */
  public static void main(String[] args) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(args[2]))) {
      List<Component> listed =
          lines.filter(line -> line.contains(":jar:")).map(Component::ofListed).sorted().toList();
      new BillOfMaterials(Path.of(args[0]), Licences.of(Path.of(args[1]))).write(listed, args[3]);
    }
  }

  /**
   * Takes jars away that nobody lists: an earlier build left them.
   *
   * @throws IllegalStateException naming every listed jar that is missing, component without a
   *     licence, and licence without its text
   */
  void write(List<Component> listed, String version) throws IOException {
    List<ShippedJar> jars = jars(listed);
    ObjectNode bom = json.createObjectNode();
    bom.put("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
    bom.put("bomFormat", "CycloneDX").put("specVersion", "1.6").put("version", 1);
    var program = new Component("org.sitewatch", "sitewatch", version, "");
    ObjectNode described = bom.putObject("metadata").putObject("component");
    describe(described, program, "application", "");
    var components = bom.putArray("components");
    var text = new StringBuilder();
    for (ShippedJar jar : jars) {
      ObjectNode node = components.addObject();
      String licence = describe(node, jar.component(), "library", "");
      node.putArray("hashes").addObject().put("alg", "SHA-256").put("content", jar.sha256());
      text.append("%-72s %s%n".formatted(jar.component().fileName(), licence));
      for (Component inner : jar.within()) {
        var nested = node.withArray("components").addObject();
        String of = describe(nested, inner, "library", jar.component().purl());
        text.append("    %-68s %s%n".formatted(inner.key() + ":" + inner.version(), of));
      }
    }
    licences.listUnused().forEach(line -> refusals.add("a licence of nothing shipped: " + line));
    if (!refusals.isEmpty()) {
      throw new IllegalStateException(REFUSED + String.join("\n  ", refusals));
    }
    var printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    Files.writeString(home.resolve("sbom.json"), json.writer(printer).writeValueAsString(bom));
    Files.writeString(
        home.resolve("licences/THIRD-PARTY.txt"),
        "What is in lib/ and under which licence (SPDX). Indented: packed into the jar above.\n\n"
            + text.toString().replace(System.lineSeparator(), "\n"));
  }

  private List<ShippedJar> jars(List<Component> listed) throws IOException {
    SortedSet<String> files = new TreeSet<>();
    try (Stream<Path> lib = Files.list(home.resolve("lib"))) {
      lib.forEach(file -> files.add(file.getFileName().toString()));
    }
    List<ShippedJar> jars = new ArrayList<>();
    for (Component component : listed.stream().sorted().toList()) {
      if (files.remove(component.fileName())) {
        jars.add(ShippedJar.of(component, home.resolve("lib").resolve(component.fileName())));
      } else {
        refusals.add("not in lib: " + component.fileName());
      }
    }
    for (String leftOver : files) {
      Files.delete(home.resolve("lib").resolve(leftOver)); // of an earlier build
    }
    jars.sort(Comparator.comparing(jar -> jar.component().fileName()));
    return jars;
  }

  /** Returns the licence. */
  private String describe(ObjectNode node, Component component, String type, String outer) {
    String licence =
        licences
            .findLicence(component)
            .orElseGet(
                () -> {
                  refusals.add("no licence known: " + component.key());
                  return "unknown";
                });
    for (String taken : Licences.listTaken(licence)) {
      if (!Files.exists(home.resolve("licences").resolve(Licences.textName(taken)))) {
        refusals.add("no text of the licence " + taken + ": " + component.key());
      }
    }
    node.put("type", type);
    node.put("bom-ref", outer.isEmpty() ? component.purl() : outer + "#" + component.purl());
    node.put("group", component.group()).put("name", component.artifact());
    node.put("version", component.version());
    node.putArray("licenses").addObject().put("expression", licence);
    node.put("purl", component.purl());
    return licence;
  }
}
