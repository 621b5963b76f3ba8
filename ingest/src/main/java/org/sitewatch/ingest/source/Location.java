package org.sitewatch.ingest.source;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Where a document or an image lies: a file of this machine, an address in the web, an object of a
 * store. {@link #toString} is for people and records: without user, query and fragment, since those
 * of a signed address are a key.
 */
public sealed interface Location extends Serializable permits LocalFile, WebAddress, S3Address {
  Pattern SCHEME = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9+.-]+://.*");

  /**
   * What a user typed.
   *
   * @throws IllegalArgumentException if it is neither a path nor an address that can be read
   */
  static Location of(String word) {
    if (S3Address.isOne(word)) {
      return S3Address.of(word);
    }
    return SCHEME.matcher(word).matches() && !word.startsWith("file:")
        ? WebAddress.of(word)
        : LocalFile.of(word);
  }

  /**
   * What {@link #href} wrote into a scene's record.
   *
   * @param root of the workspace
   */
  static Location ofHref(Path root, String href) {
    return SCHEME.matcher(href).matches() ? of(href) : LocalFile.of(root.resolve(href));
  }

  /** Whether an href of a scene's record leads into the web rather than to a file. */
  static boolean isRemote(String href) {
    return SCHEME.matcher(href).matches() && !href.startsWith("file:");
  }

  /** An href as it may be shown: of an address without user, query and fragment. */
  static String withoutKey(String href) {
    return SCHEME.matcher(href).matches()
        ? href.split("[?#]", 2)[0].replaceFirst("(?s)//[^/]*@", "//")
        : href;
  }

  /** The folder it lies in; relative hrefs of a document start from there. */
  Location parent();

  /**
   * What an href means that stands in a document of this folder; whether it may lead there is not
   * asked here.
   *
   * @throws IllegalArgumentException if the href is neither a path nor an address that can be read
   */
  Location resolve(String href);

  /** The last part of the path. */
  String name();

  /**
   * What is needed to read it again: a path, relative if inside the workspace, or the whole address
   * with its query.
   *
   * @param root of the workspace, absolute
   */
  String href(Path root);
}
