package org.sitewatch.ingest.tiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitewatch.sites.PixelGrid;

/** Files that are cut off, damaged, or lie. */
class HostileTiffTest {
  private static final PixelGrid GRID = PixelGrid.northUp(32636, 400_000, 3_300_000, 10, 50, 40);

  private static byte[] strip(Compression packing) {
    return writer(SampleType.U16).compression(packing).toBytes();
  }

  private static TiffWriter writer(SampleType type) {
    return TiffWriter.of(TestSamples.of(type, 50, 40, 2), GRID);
  }

  static Stream<byte[]> files() {
    return Stream.of(
        strip(Compression.NONE),
        strip(Compression.DEFLATE),
        strip(Compression.ZSTD),
        writer(SampleType.F32).tileSize(16).metadata("A", "b").nodata(-1).toBytes(),
        writer(SampleType.U8).tileSize(16).compression(Compression.NONE).toBytes(),
        writer(SampleType.I16).tileSize(16).overviews(Overview.AVERAGE).toBytes());
  }

  private static Samples read(byte[] bytes) throws IOException {
    try (var reader = TiffReader.open(new MemoryByteSource(bytes), "bad.tif")) {
      var extent = reader.header().layout().extent();
      return reader.readWindow(extent.intersect(new PixelWindow(0, 0, 64, 64)));
    }
  }

  private static String refusal(byte[] bytes) {
    return assertThrows(TiffException.class, () -> read(bytes)).getMessage();
  }

  @ParameterizedTest
  @MethodSource("files")
  void cutOffFileIsRefusedWhereverItIsCut(byte[] bytes) {
    for (int part = 0; part < 16; part++) {
      var message = refusal(Arrays.copyOf(bytes, bytes.length * part / 16));
      assertTrue(message.startsWith("bad.tif: "), message);
    }
    assertThrows(TiffException.class, () -> read(Arrays.copyOf(bytes, bytes.length - 1)));
  }

  @ParameterizedTest
  @MethodSource("files")
  void damagedFileIsRefusedOrReadAtItsSize(byte[] bytes) {
    long seed = 20_260_101;
    var random = new Random(seed);
    for (int variant = 0; variant < 200; variant++) {
      var damaged = bytes.clone();
      int flips = 1 + random.nextInt(4);
      for (int i = 0; i < flips; i++) {
        int reach = random.nextBoolean() ? Math.min(400, bytes.length) : bytes.length;
        damaged[random.nextInt(reach)] ^= (byte) (1 << random.nextInt(8));
      }
      assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> readOrRefuse(damaged), "seed " + seed + ", " + variant);
    }
  }

  private static void readOrRefuse(byte[] bytes) throws IOException {
    try {
      var samples = read(bytes);
      assertTrue(samples.width() <= 64 && samples.height() <= 64);
    } catch (TiffException e) {
      assertTrue(e.getMessage().startsWith("bad.tif: "), e.getMessage());
    }
  }

  @Test
  void cutOffFileIsNamedWithWhatIsLeftOfIt() {
    var bytes = writer(SampleType.U16).tileSize(16).compression(Compression.NONE).toBytes();
    var message = refusal(Arrays.copyOf(bytes, bytes.length - 522)); // two tiles of 512 bytes
    assertEquals(
        "bad.tif: only 22 of its 24 tiles lie in its %d bytes; it is cut off or damaged"
            .formatted(bytes.length - 522),
        message);
  }

  @Test
  void whatIsWrongWithTheIndexIsSaidToWhoeverAsks() throws IOException {
    byte[] bytes = writer(SampleType.U16).tileSize(16).toBytes();
    byte[] patched = TiffPatch.of(bytes).type(TiffTag.TILE_BYTE_COUNTS, 11).bytes(); // FLOAT
    try (var reader = TiffReader.open(new MemoryByteSource(patched), "bad.tif")) {
      for (int call = 0; call < 2; call++) {
        var refused = assertThrows(TiffException.class, () -> reader.readBlock(0, 0));
        assertEquals("bad.tif: tag 325 has type 11, expected whole numbers", refused.getMessage());
      }
    }
  }

  @Test
  void whatCannotBeReadIsNotCalledDamaged() throws IOException {
    byte[] bytes = writer(SampleType.U16).toBytes();
    var failing =
        new MemoryByteSource(bytes) {
          private boolean isGone;

          @Override
          public void read(long at, byte[] target, int offset, int count) throws IOException {
            if (isGone) {
              throw new IOException("Input/output error");
            }
            super.read(at, target, offset, count);
          }
        };
    try (var reader = TiffReader.open(failing, "bad.tif")) {
      reader.checkBlocks();
      failing.isGone = true;
      var unread = assertThrows(TiffException.class, () -> reader.readBlock(0, 0));
      assertTrue(unread.isUnread() && !unread.isDamaged(), unread.getMessage());
    }
    bytes[bytes.length - 1] ^= 1;
    var damaged = assertThrows(TiffException.class, () -> read(bytes));
    assertTrue(damaged.isDamaged() && !damaged.isUnread(), damaged.getMessage());
  }

  @Test
  void damagedDeflateIsNamed() {
    var bytes = strip(Compression.DEFLATE);
    bytes[bytes.length - 1] ^= 1; // the check sum of the last strip
    assertEquals("bad.tif: strip 0,0 of band 2: incorrect data check", refusal(bytes));
  }

  @Test
  void twoToThe31PixelsInAFewBytesAreRefused() {
    var bytes = strip(Compression.DEFLATE);
    var wide =
        TiffPatch.of(bytes)
            .value(TiffTag.WIDTH, 1 << 16)
            .value(TiffTag.HEIGHT, 1 << 15)
            .value(TiffTag.ROWS_PER_STRIP, 1 << 15);
    assertEquals(
        "bad.tif: blocks of 65536 x 32768 pixels of 2 bytes are too large, expected at most"
            + " 268435456 bytes",
        refusal(wide.bytes()));
    var small = TiffPatch.of(bytes).value(TiffTag.WIDTH, 1 << 11).value(TiffTag.HEIGHT, 1 << 15);
    assertTrue(refusal(small.bytes()).contains("has 2 block offsets, expected 1640"));
    var wideWithoutPacking =
        TiffPatch.of(strip(Compression.NONE))
            .value(TiffTag.WIDTH, 1 << 16)
            .value(TiffTag.HEIGHT, 1 << 15)
            .value(TiffTag.ROWS_PER_STRIP, 1 << 15);
    assertTrue(refusal(wideWithoutPacking.bytes()).contains("strip 0 has 4000 bytes"));
    assertThrows(
        TiffException.class,
        () -> read(TiffPatch.of(bytes).value(TiffTag.WIDTH, 0x7fffffff).bytes()));
    assertTrue(refusal(TiffPatch.of(bytes).value(TiffTag.WIDTH, 0).bytes()).contains("width is 0"));
  }

  @Test
  void blockThatCannotHoldItsPixelsIsRefusedBeforeMemoryIsTaken() {
    var bytes =
        TiffPatch.of(strip(Compression.DEFLATE))
            .value(TiffTag.WIDTH, 1 << 13)
            .value(TiffTag.HEIGHT, 1 << 14)
            .value(TiffTag.ROWS_PER_STRIP, 1 << 14)
            .bytes();
    assertTrue(refusal(bytes).contains("cannot hold its 268435456 bytes"), refusal(bytes));
  }

  @Test
  void tileOfAGigabyteIsRefused() {
    var bytes = writer(SampleType.U16).tileSize(64).toBytes();
    var patched =
        TiffPatch.of(bytes).value(TiffTag.TILE_WIDTH, 32768).value(TiffTag.TILE_HEIGHT, 16384);
    assertTrue(refusal(patched.bytes()).contains("are too large"));
  }

  @Test
  void bombIsNotUnpackedBeyondTheBlock() throws IOException {
    var deflater = new Deflater(9);
    deflater.setInput(new byte[32 << 20]);
    deflater.finish();
    var packed = new byte[64 << 10];
    int size = deflater.deflate(packed);
    deflater.end();
    var one = TestSamples.of(SampleType.U8, 16, 16, 1);
    var small =
        TiffWriter.of(one, PixelGrid.northUp(3857, 0, 0, 1, 16, 16))
            .compression(Compression.DEFLATE)
            .withoutPredictor()
            .toBytes();
    var bytes = Arrays.copyOf(small, small.length + size);
    System.arraycopy(packed, 0, bytes, small.length, size);
    var bomb =
        TiffPatch.of(bytes)
            .value(TiffTag.STRIP_OFFSETS, small.length)
            .value(TiffTag.STRIP_BYTE_COUNTS, size)
            .bytes();
    try (var reader = TiffReader.open(new MemoryByteSource(bomb), "bomb.tif")) {
      assertEquals(0, reader.readBlock(0, 0).value(0, 15, 15));
      assertEquals(256, reader.bytesDecoded());
    }
  }

  /** One image of 16 x 16 bytes, its only block being these. */
  private static byte[] ofBlock(byte[] packed, int compression) {
    var one = TestSamples.of(SampleType.U8, 16, 16, 1);
    var small =
        TiffWriter.of(one, PixelGrid.northUp(3857, 0, 0, 1, 16, 16))
            .compression(Compression.DEFLATE)
            .withoutPredictor()
            .toBytes();
    var bytes = Arrays.copyOf(small, small.length + packed.length);
    System.arraycopy(packed, 0, bytes, small.length, packed.length);
    return TiffPatch.of(bytes)
        .value(TiffTag.STRIP_OFFSETS, small.length)
        .value(TiffTag.STRIP_BYTE_COUNTS, packed.length)
        .value(TiffTag.COMPRESSION, compression)
        .bytes();
  }

  private static byte[] deflated(int size) {
    var raw = new byte[size];
    new Random(5).nextBytes(raw);
    var deflater = new Deflater(9);
    deflater.setInput(raw);
    deflater.finish();
    var packed = new byte[size + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    return Arrays.copyOf(packed, length);
  }

  /** Its pixels may be damaged, and nothing would say so. */
  @Test
  void aStreamWithoutItsCheckSumIsRefused() {
    byte[] packed = deflated(256);
    for (int cut = 1; cut <= 4; cut++) {
      byte[] file = ofBlock(Arrays.copyOf(packed, packed.length - cut), 8);
      assertEquals("bad.tif: strip 0,0: the stream is cut off before its check sum", refusal(file));
    }
  }

  @Test
  void aStreamThatIsLongerThanItsBlockIsCheckedAllTheSame() throws IOException {
    byte[] packed = deflated(300);
    assertEquals(16, read(ofBlock(packed, 8)).width());
    packed[packed.length - 1] ^= 1;
    assertEquals("bad.tif: strip 0,0: incorrect data check", refusal(ofBlock(packed, 8)));
  }

  /** Else a block of 110 MB were made room for. */
  @Test
  void moreBandsThanHaveTheirBitsSaidAreRefused() {
    var bytes = TiffPatch.of(strip(Compression.ZSTD)).value(TiffTag.SAMPLES_PER_PIXEL, 65535);
    assertTrue(refusal(bytes.bytes()).contains("has 2 bits per sample for 65535 bands"));
  }

  @Test
  void aBlockOfWhichItsPackingSaysThatItIsSmallerIsRefused() {
    byte[] packed = com.github.luben.zstd.Zstd.compress(new byte[99]);
    assertEquals(
        "bad.tif: strip 0,0: gives 99 bytes, expected 256", refusal(ofBlock(packed, 50000)));
  }

  /** The library for JPEG takes memory for whatever a tag or a frame says. */
  @Test
  void aJpegThatSaysItIsLargeIsRefusedBeforeMemoryIsTaken() {
    byte[] frame = {
      (byte) 0xff,
      (byte) 0xd8,
      (byte) 0xff,
      (byte) 0xc0,
      0,
      11,
      8,
      (byte) 0xff,
      (byte) 0xff,
      (byte) 0xff,
      (byte) 0xff,
      1,
      1,
      0x11,
      0,
      0,
      0
    };
    var message = refusal(ofBlock(frame, 7));
    assertTrue(message.contains("its JPEG is of 65535 x 65535 pixels"), message);
    var lying = TiffPatch.of(ofBlock(frame, 7)).count(TiffTag.MODEL_TIEPOINT, 0x10000001).bytes();
    message = refusal(lying);
    assertTrue(message.startsWith("bad.tif: tag 33922"), message);
    assertTrue(refusal(ofBlock(deflated(99), 7)).contains("does not say its size"));
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(3, 2, 0, 200);
    var out = new ByteArrayOutputStream();
    ImageIO.setUseCache(false);
    ImageIO.write(image, "jpg", out);
    return out.toByteArray();
  }

  /** Of a tag that stands twice the library for JPEG believes the last; all others the first. */
  @Test
  void aTagThatStandsTwiceDoesNotSayThatAJpegIsLarge() throws IOException {
    byte[] sound = ofBlock(jpeg(16, 16), 7);
    byte[] twice =
        TiffPatch.of(sound)
            .type(TiffTag.SAMPLE_FORMAT, 4)
            .value(TiffTag.SAMPLE_FORMAT, Integer.MAX_VALUE)
            .renumber(TiffTag.SAMPLE_FORMAT, TiffTag.SAMPLES_PER_PIXEL)
            .bytes();
    assertTrue(read(twice).value(0, 3, 2) > 50);
    assertArrayEquals(read(sound).bytes(0), read(twice).bytes(0));
  }

  /** The library would follow it, and take memory for what a directory there says. */
  @Test
  void aTagThatLeadsElsewhereIsNotFollowedForAJpeg() throws IOException {
    byte[] sound = ofBlock(jpeg(16, 16), 7);
    var elsewhere = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
    elsewhere.putShort((short) 1).putShort((short) 37500).putShort((short) 7);
    elsewhere.putInt(Integer.MAX_VALUE).putInt(8);
    byte[] longer = Arrays.copyOf(sound, sound.length + elsewhere.capacity());
    System.arraycopy(elsewhere.array(), 0, longer, sound.length, elsewhere.capacity());
    byte[] leads =
        TiffPatch.of(longer)
            .type(TiffTag.SAMPLE_FORMAT, 4)
            .value(TiffTag.SAMPLE_FORMAT, sound.length)
            .renumber(TiffTag.SAMPLE_FORMAT, 34665)
            .bytes();
    assertArrayEquals(read(sound).bytes(0), read(leads).bytes(0));
  }

  /** Pixels that no block holds would be 0. */
  @Test
  void aJpegThatIsSmallerThanItsBlockIsRefused() throws IOException {
    assertEquals(
        "bad.tif: strip 0,0: its JPEG is of 16 x 12 pixels, expected at least 16 x 16",
        refusal(ofBlock(jpeg(16, 12), 7)));
  }

  @Test
  void tablesOfJpegsThatHoldAnImageAreRefused() throws IOException {
    byte[] image = jpeg(16, 16);
    byte[] sound = ofBlock(image, 7);
    byte[] longer = Arrays.copyOf(sound, sound.length + image.length);
    System.arraycopy(image, 0, longer, sound.length, image.length);
    byte[] tables =
        TiffPatch.of(longer)
            .type(TiffTag.SAMPLE_FORMAT, 7)
            .count(TiffTag.SAMPLE_FORMAT, image.length)
            .value(TiffTag.SAMPLE_FORMAT, sound.length)
            .renumber(TiffTag.SAMPLE_FORMAT, TiffTag.JPEG_TABLES)
            .bytes();
    assertEquals(
        "bad.tif: tag 347: its JPEG tables hold something else or are cut off", refusal(tables));
  }

  @Test
  void aDamagedJpegIsToldInWords() {
    byte[] frame = {
      (byte) 0xff,
      (byte) 0xd8,
      (byte) 0xff,
      (byte) 0xc0,
      0,
      11,
      8,
      0,
      16,
      0,
      16,
      1,
      1,
      0x11,
      0,
      0,
      0
    };
    var message = refusal(ofBlock(frame, 7));
    assertTrue(message.startsWith("bad.tif: strip 0,0: "), message);
    assertFalse(message.contains("Exception") || message.endsWith("null"), message);
  }

  @Test
  void directoriesInACircleAreRefused() {
    var bytes = writer(SampleType.U8).tileSize(16).overviews(Overview.NEAREST).toBytes();
    var circle =
        TiffPatch.of(bytes).renumber(TiffTag.WIDTH, TiffTag.NEW_SUBFILE_TYPE).next(8).bytes();
    // 50 columns read as a subfile type have the mask bit set off, so make it a reduced image
    circle = TiffPatch.of(circle).value(TiffTag.NEW_SUBFILE_TYPE, 1).bytes();
    assertTrue(refusal(circle).contains("run in a circle"), refusal(circle));
  }

  @Test
  void countsBeyondTheFileAreRefused() {
    var big = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    big.putShort((short) 0x4949).putShort((short) 43).putInt(8).putLong(16).putLong(1L << 32);
    assertTrue(refusal(big.array()).contains("has 4294967296 tags"));
    var bytes = strip(Compression.DEFLATE);
    for (int count : new int[] {1, 3, 1 << 20, -1}) {
      assertThrows(
          TiffException.class,
          () -> read(TiffPatch.of(bytes).count(TiffTag.STRIP_OFFSETS, count).bytes()));
      assertThrows(
          TiffException.class,
          () -> read(TiffPatch.of(bytes).count(TiffTag.STRIP_BYTE_COUNTS, count).bytes()));
    }
    var geo = TiffPatch.of(bytes).count(TiffTag.MODEL_PIXEL_SCALE, -1).bytes();
    assertTrue(refusal(geo).contains("tag 33550 has 4294967295 values"), refusal(geo));
  }

  @Test
  void kindsThatAreNotReadAreRefusedByName() {
    var bytes = TiffWriter.of(TestSamples.of(SampleType.U8, 50, 40, 1), GRID).toBytes();
    var lerc = TiffPatch.of(bytes).value(TiffTag.COMPRESSION, 34887).bytes();
    assertTrue(refusal(lerc).startsWith("bad.tif: its compression (34887) is not read"));
    var twelve = TiffPatch.of(bytes).value(TiffTag.BITS_PER_SAMPLE, 12).bytes();
    assertTrue(refusal(twelve).startsWith("bad.tif: samples of 12 bits in format 1 are not read"));
    var complex = TiffPatch.of(bytes).value(TiffTag.SAMPLE_FORMAT, 6).bytes();
    assertTrue(refusal(complex).contains("in format 6 are not read"));
    var colours = TiffPatch.of(bytes).value(TiffTag.PHOTOMETRIC, 6).bytes();
    assertTrue(refusal(colours).contains("photometric 6"));
    var predictor = TiffPatch.of(bytes).value(TiffTag.PREDICTOR, 3).bytes();
    assertTrue(refusal(predictor).contains("predictor 3 with U8"));
    assertTrue(refusal("no TIFF at all".getBytes(StandardCharsets.UTF_8)).contains("is no TIFF"));
  }

  @Test
  void entitiesInMetadataAreNotExpanded() throws IOException {
    var samples = TestSamples.of(SampleType.U8, 4, 4, 1);
    String filler = "x".repeat(400);
    var bytes =
        TiffWriter.of(samples, PixelGrid.northUp(3857, 0, 0, 1, 4, 4))
            .metadata("KEY", filler)
            .toBytes();
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("<GDALMetadata>");
    String bomb =
        "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
            + "<GDALMetadata><Item name=\"KEY\">&a;&b;</Item></GDALMetadata>";
    String padded = bomb + " ".repeat(text.indexOf("</GDALMetadata>") + 16 - at - bomb.length());
    var evil = (text.substring(0, at) + padded + text.substring(at + padded.length()));
    var message = refusal(evil.getBytes(StandardCharsets.ISO_8859_1));
    assertTrue(message.startsWith("bad.tif: GDAL_METADATA tag is not as expected"), message);
  }
}
