"""The cases of the benchmark: which programs each needs, and the goals it is held to."""
import statistics

from goals import Goal
from rotation import median, ratio

LARGE_SITES = 1000
"""From so many sites on a workload is held to the goals of the large one."""

NEEDS = {
    "cold": ("limit-1", "rival-1", "scan-1"),
    "cores": ("rival-2", "scan-1", "scan-2"),
    "week": ("rival-1", "week-all"),
    "history": ("week-all", "week-history"),
    "one-site": ("rival-smallest", "week-smallest"),
    "few-sites": ("rival-few", "scan-few"),
    "memory": ("scan-2", "scan-tenth"),
    "start": ("help", "status"),
    "look": ("look-few", "look-many", "prototype"),
    "year": ("year-few", "year-many", "prototype"),
    "kernels": (),
}


def compare(a, b, what="cpu_s"):
    return lambda costs, extra: ratio(costs, a, b, what) if a in costs and b in costs else None


def first_line(name):
    return lambda costs, extra: median(costs, name, "wall_s")


def slope(name):
    """CPU a site more costs, over the prototype's on one site, round by round."""
    def value(costs, extra):
        more = extra["series_sites"][1] - extra["series_sites"][0]
        return statistics.median((many.cpu_s - few.cpu_s) / more / prototype.cpu_s
                                 for few, many, prototype in zip(costs[f"{name}-few"], costs[f"{name}-many"], costs["prototype"]))
    return value


def given(key):
    return lambda costs, extra: extra.get(key)


def found(name, figure):
    return lambda costs, extra: extra["found"].get(name, {}).get(figure)


def stage(name, of, what):
    """Share of a scan's CPU in one of its stages, of the last round, as the scan tells it."""
    def value(costs, extra):
        seconds = extra["scans"].get(name, {}).get("timings", {}).get(of, {}).get(what)
        return None if seconds is None else seconds / costs[name][-1].cpu_s
    return value


def goals(sites, cases):
    """The rows of the cases, with the bounds for a workload of so many sites."""
    large = sites >= LARGE_SITES
    size = "large" if large else "small"

    def on_large(must, aim=None):
        return {"must": must, "aim": aim} if large else {}

    rows = [
        Goal("cold", f"cold scan ({size}, {sites} sites, 6 looks), CPU / rival on one core", compare("scan-1", "rival-1"), *((1.0, .75) if large else (2.2, 1.0))),
        Goal("cold", "cold scan, CPU / limit", compare("scan-1", "limit-1")),
        Goal("cold", "rival, CPU / limit", compare("rival-1", "limit-1")),
        Goal("cold", "share of the planted found by the scan", found("scan-1", "recall"), shown="{:.3f}"),
        Goal("cold", "share of the planted found by the rival", found("rival-1", "recall"), shown="{:.3f}"),
        Goal("cold", "share of the scan's objects off target", found("scan-1", "off_target"), shown="{:.3f}"),
        Goal("cold", "share of the rival's objects off target", found("rival-1", "off_target"), shown="{:.3f}"),
        Goal("cold", "share of the scan's CPU in cutting tiles into the store", stage("scan-1", "ingest", "cpu_s"), shown="{:.0%}"),
        Goal("cold", "share of the scan's CPU in the detector", stage("scan-1", "detect", "judging_s"), shown="{:.0%}"),
        Goal("cold", "bytes decoded / bytes of the internal tiles needed", given("decoded_over_plan"), must=1.05, aim=1.0, shown="{:.3f}"),
        Goal("cores", "cold scan on two cores, wall / rival on two", compare("scan-2", "rival-2", "wall_s"), **on_large(1.0, .75)),
        Goal("cores", "two cores against one: CPU", compare("scan-2", "scan-1"), must=1.10, aim=1.05),
        Goal("cores", "two cores against one: wall speed-up", compare("scan-1", "scan-2", "wall_s"), must=1.6, aim=1.75, at_least=True),
        Goal("week", "one new look on top of five, CPU / rival's whole run", compare("week-all", "rival-1"), **on_large(.45, .25)),
        Goal("history", "the same on top of all the workload's looks / on top of five, CPU", compare("week-history", "week-all"), must=1.2, aim=1.05),
        Goal("one-site", "the smallest site, one new look, CPU / rival on that site", compare("week-smallest", "rival-smallest"), must=4, aim=1.5),
        Goal("few-sites", "20 sites, cold, CPU / rival on the same", compare("scan-few", "rival-few"), **on_large(1.2, .6)),
        Goal("memory", "peak memory of the cold scan on two cores, GB", lambda costs, extra: median(costs, "scan-2", "peak_mb") / 1024, **on_large(2.0, .9)),
        Goal("memory", "growth of the peak from a tenth of the sites to all", compare("scan-2", "scan-tenth", "peak_mb"), **on_large(1.25)),
        Goal("start", "first line of --help, s", first_line("help"), must=.5, aim=.25),
        Goal("start", "first line of status, s", first_line("status"), must=1.5),
        Goal("look", "one more weekly look on a long history: CPU a site / prototype", slope("look"), must=.05, aim=.01, shown="{:.3f}"),
        Goal("year", "a replayed year of such a site: CPU / prototype", slope("year"), must=.5, aim=.15),
        Goal("kernels", "windows of 512² alone, the JDK's inflate, CPU / GDAL", given("reader_portable"), must=1.3),
        Goal("kernels", "windows of 512² alone, native inflate, CPU / GDAL", given("reader_native"), must=.85, aim=.65),
        Goal("kernels", "robust score, all valid, Mpx/s (JMH)", given("kernel_valid"), must=12.6, aim=25, at_least=True, shown="{:.1f}"),
        Goal("kernels", "robust score, a fifth masked, Mpx/s (JMH)", given("kernel_masked"), must=3.4, aim=12, at_least=True, shown="{:.1f}"),
    ]
    return [row for row in rows if row.case in cases]
