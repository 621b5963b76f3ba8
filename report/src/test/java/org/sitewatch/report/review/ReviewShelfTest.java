package org.sitewatch.report.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitewatch.sites.ExitCode;
import org.sitewatch.sites.UserException;

class ReviewShelfTest {
  @TempDir Path folder;
  private ReviewShelf shelf;

  @BeforeEach
  void open() {
    shelf = new ReviewShelf(folder.resolve("reviews"));
  }

  static Review review(String id, Verdict verdict, String day) {
    return new Review(
        id,
        verdict,
        "Б. Бат",
        LocalDate.parse(day),
        "a \"note\"",
        new Sighting("2024-W20", "khar", LocalDate.of(2024, 5, 3), 1300.5));
  }

  private Verdict held(String id, String until) {
    return shelf.reviews().inForce(LocalDate.parse(until)).get(id).verdict();
  }

  @Test
  void whatIsKeptComesBack() {
    List<Review> some =
        List.of(
            review("a", Verdict.SNOW, "2024-05-20"), review("b", Verdict.ILLICIT, "2024-05-19"));
    Path file = shelf.append(some, "summary.csv").orElseThrow();
    assertTrue(file.getFileName().toString().startsWith("000001_2024-05-20_"), file.toString());
    assertEquals(some, shelf.files().get(0).reviews());
    assertEquals("summary.csv", shelf.files().get(0).source());
  }

  @Test
  void nothingToKeepMakesNoFile() {
    assertTrue(shelf.append(List.of(), "x").isEmpty());
    assertEquals(List.of(), shelf.files());
  }

  @Test
  void theLaterDayHoldsWhateverCameFirst() {
    shelf.append(List.of(review("a", Verdict.ILLICIT, "2024-06-02")), "x");
    shelf.append(List.of(review("a", Verdict.SNOW, "2024-05-20")), "y");
    assertEquals(Verdict.SNOW, held("a", "2024-06-01"));
    assertEquals(Verdict.ILLICIT, held("a", "2024-06-02"));
    assertEquals(2, shelf.reviews().inOrder().size());
  }

  @Test
  void thatNobodyCameThereDoesNotUndoWhatIsKnownButPendingDoes() {
    shelf.append(List.of(review("a", Verdict.SNOW, "2024-05-20")), "x");
    shelf.append(List.of(review("a", Verdict.NOT_REACHABLE, "2024-05-21")), "y");
    assertEquals(Verdict.SNOW, held("a", "2024-06-01"));
    shelf.append(List.of(review("a", Verdict.PENDING, "2024-05-22")), "z");
    assertEquals(Verdict.PENDING, held("a", "2024-06-01"));
  }

  @Test
  void aRunNamesOnlyFilesWithVerdictsOfItsTime() {
    shelf.append(List.of(review("a", Verdict.SNOW, "2024-05-20")), "x");
    shelf.append(List.of(review("a", Verdict.ILLICIT, "2024-06-02")), "y");
    assertEquals(1, shelf.hashes(LocalDate.of(2024, 5, 26)).size());
    assertEquals(2, shelf.hashes(LocalDate.of(2024, 6, 2)).size());
    assertEquals(0, shelf.hashes(LocalDate.of(2024, 5, 19)).size());
  }

  @Test
  void aFileThatNoImportWroteOrThatWasEditedIsRefused() throws IOException {
    Path file = shelf.append(List.of(review("a", Verdict.SNOW, "2024-05-20")), "x").orElseThrow();
    Files.writeString(file, Files.readString(file).replace("snow", "cloud"));
    assertEquals(ExitCode.INTEGRITY, refusal());
    Files.delete(file);
    assertEquals(List.of(), shelf.files());
    Files.writeString(folder.resolve("reviews/mine.csv"), "id,verdict");
    assertEquals(ExitCode.INTEGRITY, refusal());
  }

  private ExitCode refusal() {
    return assertThrows(UserException.class, () -> shelf.files()).exitCode();
  }
}
