package org.sitewatch.sites;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A folder with all below it. Links are never followed. */
public final class FileTree {
  /** A link, device or pipe where a file is expected; its message is a sentence with the path. */
  public static final class NotPlainException extends IOException {
    private static final long serialVersionUID = 1L;

    NotPlainException(String path) {
      super(path + " is not a plain file");
    }
  }

  private FileTree() {}

  /** With {@code /} between folders, whatever the system uses. */
  private static String relative(Path root, Path file) {
    return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /** Regular files by path relative to the root; a link or device is refused. Empty if absent. */
  public static SortedMap<String, Path> list(Path root) throws IOException {
    SortedMap<String, Path> files = new TreeMap<>();
    if (!exists(root)) {
      return files;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!attributes.isRegularFile()) {
              throw new NotPlainException(relative(root, file));
            }
            files.put(relative(root, file), file);
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  public static void copy(Path source, Path target) throws IOException {
    for (Map.Entry<String, Path> file : list(source).entrySet()) {
      Path copy = target.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      Files.copy(file.getValue(), copy);
    }
  }

  /** Nothing happens if there is none. */
  public static void delete(Path root) throws IOException {
    if (!exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  public static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }
}
