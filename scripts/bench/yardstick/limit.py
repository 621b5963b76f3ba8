"""Which internal tiles the sites need, and the program that decodes just those."""
import json
import pathlib
import subprocess

import numpy as np
import rasterio

import inputs

SOURCE = pathlib.Path(__file__).with_name("limit.c")


def build(folder):
    """Compiles the decoder; needs a C compiler and libdeflate."""
    program = folder / "limit"
    if not program.exists() or program.stat().st_mtime < SOURCE.stat().st_mtime:
        subprocess.run(["cc", "-O3", "-march=native", "-o", program, SOURCE, "-ldeflate"], check=True)
    return program


def needed_pixels(sites, grid):
    """Pixels of 10 m within the padded window of a site."""
    needed = np.zeros((grid.rows, grid.columns), bool)
    for site in sites:
        top, bottom, left, right = site.window
        needed[top:bottom, left:right] = True
    return needed


def tiles(path, needed):
    """The tiles of a file that hold a needed pixel, as the lines of a plan, and their bytes: packed, open."""
    with rasterio.open(path) as file:
        rows, columns = file.block_shapes[0]
        step = needed.shape[0] / file.height
        fine = (round(rows * step), round(columns * step))
        width = np.dtype(file.dtypes[0]).itemsize
        predictor = file.tags(ns="IMAGE_STRUCTURE").get("PREDICTOR", 1)
        lines, packed = [f"file {path}"], 0
        for row in range(-(-file.height // rows)):
            for column in range(-(-file.width // columns)):
                if not needed[row * fine[0]:(row + 1) * fine[0], column * fine[1]:(column + 1) * fine[1]].any():
                    continue
                offset, length = (int(file.get_tag_item(f"BLOCK_{what}_{column}_{row}", "TIFF", bidx=1) or 0) for what in ("OFFSET", "SIZE"))
                if length:
                    lines.append(f"{offset} {length} {columns} {rows} {width} {predictor}")
                    packed += length
    return lines, packed, (len(lines) - 1) * rows * columns * width


def plan(items, registry, path, pad=inputs.PAD_PX):
    """Writes the plan; tells how many bytes the tiles hold and how many of them the sites need."""
    looks, grid = inputs.read_looks(items)
    needed = needed_pixels(inputs.read_sites(registry, grid, pad), grid)
    written = [tiles(file, needed) for look in looks for file in look.files.values()]
    path.write_text("".join(line + "\n" for lines, _, _ in written for line in lines))
    pixels = int(needed.sum())
    figures = {"pad_px": pad, "tiles": sum(len(lines) - 1 for lines, _, _ in written), "packed_bytes": sum(w[1] for w in written),
               "decoded_bytes": sum(w[2] for w in written), "needed_bytes": len(looks) * (pixels * 2 * len(inputs.BANDS) + pixels // 4)}
    path.with_suffix(".json").write_text(json.dumps(figures, indent=1) + "\n")
    return figures
