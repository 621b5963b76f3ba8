/* The physical limit: inflates the internal tiles of a plan, undoes their predictor, and does nothing else.
 *
 *   limit PLAN PROCESSES
 *
 * PLAN has a line "file PATH" for each file, then one for each of its tiles: offset, length, columns, rows, bytes a
 * value, predictor. Little-endian values, Deflate. Each process takes every so manieth tile.
 * Build: cc -O3 -march=native -o limit limit.c -ldeflate
 */
#include <fcntl.h>
#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct room {
  unsigned char *bytes;
  size_t size;
};

static unsigned char *at_least(struct room *room, size_t size) {
  if (room->size < size) {
    free(room->bytes);
    room->bytes = malloc(size);
    room->size = size;
  }
  if (!room->bytes) {
    perror("limit");
    exit(1);
  }
  return room->bytes;
}

/* Values are stored as what they add to the one before in their row. */
static void add_up(uint16_t *values, size_t columns, size_t rows) {
  for (size_t row = 0; row < rows; row++, values += columns) {
    uint16_t sum = 0;
    for (size_t column = 0; column < columns; column++) values[column] = sum = (uint16_t)(sum + values[column]);
  }
}

static int decode(FILE *plan, long share, long shares) {
  struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
  struct room packed = {0, 0}, open_tile = {0, 0};
  char line[4200], path[4100] = "";
  int file = -1;
  for (long tile = 0; fgets(line, sizeof line, plan);) {
    if (!strncmp(line, "file ", 5)) {
      line[strcspn(line, "\n")] = 0;
      strcpy(path, line + 5);
      if (file >= 0) close(file);
      if ((file = open(path, O_RDONLY)) < 0) {
        perror(path);
        return 1;
      }
      continue;
    }
    if (tile++ % shares != share) continue;
    long long offset;
    size_t length, columns, rows, bytes;
    int predictor;
    if (sscanf(line, "%lld %zu %zu %zu %zu %d", &offset, &length, &columns, &rows, &bytes, &predictor) != 6) {
      fprintf(stderr, "limit: not a tile: %s", line);
      return 1;
    }
    unsigned char *in = at_least(&packed, length), *out = at_least(&open_tile, columns * rows * bytes);
    if (pread(file, in, length, offset) != (ssize_t)length ||
        libdeflate_zlib_decompress(inflater, in, length, out, columns * rows * bytes, NULL) != LIBDEFLATE_SUCCESS) {
      fprintf(stderr, "limit: no tile of %zu bytes at %lld of %s\n", length, offset, path);
      return 1;
    }
    if (predictor == 2 && bytes == 2) add_up((uint16_t *)out, columns, rows);
  }
  return 0;
}

int main(int count, char **words) {
  long shares = count == 3 ? atol(words[2]) : 0;
  if (shares < 1 || shares > 64) {
    fprintf(stderr, "usage: limit PLAN PROCESSES\n");
    return 2;
  }
  for (long share = 0; share < shares; share++) {
    pid_t child = fork();
    if (child < 0) {
      perror("limit");
      return 1;
    }
    if (!child) {
      FILE *plan = fopen(words[1], "r");
      if (!plan) perror(words[1]);
      exit(plan ? decode(plan, share, shares) : 1);
    }
  }
  int failed = 0, status;
  while (wait(&status) > 0) failed |= status;
  return failed != 0;
}
