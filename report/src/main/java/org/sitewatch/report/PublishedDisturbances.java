package org.sitewatch.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sitewatch.report.run.RunDirectory;
import org.sitewatch.report.run.RunFiles;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

/** Reads back from the report of an earlier run what the next one has to go on with. */
public final class PublishedDisturbances {
  private PublishedDisturbances() {}

  /**
   * The run that first reported a disturbance, by the id of the disturbance.
   *
   * @throws UserException where the report is gone, or is not one
   */
  public static SortedMap<String, String> publishedIn(RunDirectory run) {
    return told(run, "published_in");
  }

  /** A property of every disturbance of a run, by the id of the disturbance. */
  private static SortedMap<String, String> told(RunDirectory run, String property) {
    String where = "runs/" + run.id() + "/" + RunFiles.DISTURBANCES;
    Path file = run.path().resolve(RunFiles.DISTURBANCES);
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = new JsonFactory().createParser(in)) {
      return told(json, property);
    } catch (JsonProcessingException e) {
      throw new UserException(
          ExitCode.INTEGRITY, where + ": is no JSON: " + e.getOriginalMessage(), e);
    } catch (NoSuchFileException e) {
      throw new UserException(ExitCode.INTEGRITY, where + ": is missing", e);
    } catch (IOException e) {
      throw new UserException(
          ExitCode.UNAVAILABLE, where + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The same of several runs, of which the first that knows a disturbance speaks; only as many are
   * read as are needed. One that ended and is told again after a late scene is in an older one.
   *
   * @param runs the newest first
   * @param wanted ids of disturbances that were raised before
   */
  public static SortedMap<String, String> publishedIn(
      List<RunDirectory> runs, Collection<String> wanted) {
    return told(runs, wanted, "published_in");
  }

  /**
   * The status that the newest run that knows a disturbance told of it.
   *
   * @param runs the newest first
   */
  public static SortedMap<String, String> status(
      List<RunDirectory> runs, Collection<String> wanted) {
    SortedMap<String, String> status = told(runs, wanted, "status");
    status.keySet().retainAll(wanted);
    return status;
  }

  private static SortedMap<String, String> told(
      List<RunDirectory> runs, Collection<String> wanted, String property) {
    SortedMap<String, String> told = new TreeMap<>();
    for (RunDirectory run : runs) {
      if (told.keySet().containsAll(wanted)) {
        break;
      }
      told(run, property).forEach(told::putIfAbsent);
    }
    return told;
  }

  /** Walks the tokens, so that the size of a report does not matter. */
  private static SortedMap<String, String> told(JsonParser json, String property)
      throws IOException {
    SortedMap<String, String> told = new TreeMap<>();
    String id = "";
    String name = "";
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      boolean ofProperties =
          json.getParsingContext().getParent() != null
              && "properties".equals(json.getParsingContext().getParent().getCurrentName());
      if (token == JsonToken.FIELD_NAME) {
        name = json.currentName();
      } else if (ofProperties && token == JsonToken.VALUE_STRING && name.equals("id")) {
        id = json.getText();
      } else if (ofProperties && token == JsonToken.VALUE_STRING && name.equals(property)) {
        told.put(id, json.getText());
      }
    }
    return told;
  }
}
