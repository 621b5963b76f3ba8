package org.sitewatch.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.sitewatch.ingest.source.Location;
import org.sitewatch.ingest.source.WebAddress;
import org.sitewatch.ingest.stac.profile.CatalogProfile;
import org.sitewatch.ingest.stac.profile.ProfileShelf;
import org.sitewatch.ingest.stac.search.SearchQuestion;
import org.sitewatch.sites.UserException;
import picocli.CommandLine.Option;

/** Which catalogue to ask, and what for. */
final class SearchOptions {

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "A catalogue that is known (see --profiles), or a file of your own.")
  private String profile = "";

  @Option(
      names = "--api",
      paramLabel = "URL",
      description = "A STAC API by the address of its landing page.")
  private String api = "";

  @Option(
      names = "--collections",
      split = ",",
      paramLabel = "ID",
      description = "Collections to search (default: those of the profile).")
  private List<String> collections = List.of();

  @Option(names = "--since", paramLabel = "DATE", description = "Scenes after this UTC day.")
  private LocalDate since;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      description = "Scenes up to this UTC day (default: all).")
  private LocalDate until;

  @Option(
      names = "--max-cloud",
      paramLabel = "PERCENT",
      description = "Only scenes whose own figure of cloud is at most this (default: any).")
  private Double maxCloud;

  @Option(
      names = "--max-items",
      defaultValue = "10000",
      description = "Refuse to take more items than this (default: ${DEFAULT-VALUE}).")
  private int maxItems;

  Optional<CatalogProfile> profile() {
    return profile.isEmpty() ? Optional.empty() : Optional.of(ProfileShelf.choose(profile));
  }

  /**
   * @throws UserException if it is not said which, or not a web address
   */
  WebAddress address(Optional<CatalogProfile> known) {
    if (api.isEmpty() && known.isEmpty()) {
      throw SharedOptions.usage(
          "say which catalogue to ask, by --profile or by --api and --collections; 'sitewatch"
              + " ingest search --profiles' lists those that are known");
    }
    String word = api.isEmpty() ? known.orElseThrow().api() : api;
    Location location = IngestAddCommand.location(word);
    if (location instanceof WebAddress address) {
      return address;
    }
    throw SharedOptions.usage("--api must be like https://host/path, got " + word);
  }

  SearchQuestion question(Optional<CatalogProfile> known) {
    List<String> wanted =
        collections.isEmpty()
            ? known.map(CatalogProfile::collections).orElse(List.of())
            : collections;
    if (wanted.isEmpty()) {
      throw SharedOptions.usage("say which --collections to search");
    }
    if (since == null) {
      throw SharedOptions.usage(
          "say --since: scenes after that day are searched; two years or more of history make the"
              + " best alerts");
    }
    try {
      return new SearchQuestion(
          wanted,
          since,
          Optional.ofNullable(until),
          maxCloud == null ? OptionalDouble.empty() : OptionalDouble.of(maxCloud),
          maxItems);
    } catch (IllegalArgumentException wrong) {
      throw SharedOptions.usage(wrong.getMessage());
    }
  }
}
