"""Boosted trees on objects, calibrated leaving sites out."""
import numpy as np
from scipy.ndimage import binary_dilation
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.isotonic import IsotonicRegression

SEED = 10.0  # the lowest of ObjectScoreRule.SEEDS
MERGED = ["pits", "earthmoving", "track", "construction", "ploughing", "fire", "flood"]
THRESHOLDS = np.round(0.02 * np.arange(1, 50), 2)  # ProbabilityRate
RISING = {"peak_evidence", "mean_evidence", "strength", "contrast_noise", "looks_showing", "newest_share", "clear_share"}
FALLING = {"log_false_alarms", "ring_evidence", "share_before", "unrest"}
NOT_FOR_TYPES = {"peak_evidence", "mean_evidence", "log_false_alarms", "strength", "log_clutter", "flagged_share", "share_of_flagged", "mask_distance", "clear_share",
                 "looks_showing", "newest_share"}
HISTORY_WEIGHT = 0.5
MEMORY_DAYS = 60
LEAST_PROBABILITY, MOST_PROBABILITY = 0.01, 0.99
TIE_WIDTH = 0.01
ORACLE_ROWS = 24
CLASSES_OF_LAND = ("bare", "grass", "crop")  # LandCover
LEAST_SITE_YEARS = 2  # NullRates


class LogOdds:
    """Trees for whether an object is a disturbance."""

    def __init__(self, names):
        constraints = [1 if n in RISING else -1 if n in FALLING else 0 for n in names]
        self.model = HistGradientBoostingClassifier(max_depth=3, max_iter=120, learning_rate=.08, min_samples_leaf=30, l2_regularization=1., early_stopping=False,
                                                    monotonic_cst=constraints, random_state=0)

    def fit(self, x, y, weight):
        self.model.fit(x, y, sample_weight=weight)
        return self

    def scores(self, x):
        return self.model.decision_function(x)

    def arrays(self):
        return arrays(self.model, range(self.model.n_features_in_))


def select(table, phase, seed=SEED):
    return [r for r in table.rows if r["phase"] == phase and r["seed"] == seed]


def samples(tables, seeds=(SEED,)):
    """Features, hit or not, site and weight of all objects that are clearly one or the other."""
    out = [(r["x"], r["event"] >= 0, site, HISTORY_WEIGHT if r["phase"] == "history" else 1.)
           for site, t in enumerate(tables) for r in t.rows if r["seed"] in seeds and r["event"] != -2]
    x, y, site, weight = zip(*out)
    return np.stack(x), np.array(y), np.array(site), np.array(weight)


def scores(model, rows):
    return model.scores(np.stack([r["x"] for r in rows])) if rows else np.zeros(0)


def calibration(score, hit):
    """Points of an isotonic regression, its steps made slopes of a small rise so that alerts keep their order."""
    order = np.argsort(score, kind="stable")
    score, hit = score[order], hit[order].astype(float)
    level = IsotonicRegression().fit(score, hit).predict(score)
    points = []
    for value in np.unique(level):
        block = level == value
        p = (hit[block].sum() + .5) / (block.sum() + 1.)
        low, high = score[block][0], score[block][-1]
        points += [(low, p - TIE_WIDTH), (high, p + TIE_WIDTH)] if high > low else [(low, p)]
    x, p = [], []
    for s, v in points:
        v = min(max(v, LEAST_PROBABILITY), MOST_PROBABILITY)
        v = max(v, p[-1]) if p else v
        if x and s <= x[-1]:
            p[-1] = max(p[-1], v)
        else:
            x.append(float(s))
            p.append(float(v))
    return np.array(x), np.array(p)


def null_counts(table, rows, probability):
    """New objects of the trial year at each threshold, as ProbabilityRate counts them."""
    counts = np.zeros(len(THRESHOLDS))
    for i, least in enumerate(THRESHOLDS):
        last = np.full((table.height, table.width), -1e9)
        today, near = None, None
        for r, p in sorted(zip(rows, probability), key=lambda q: q[0]["day"]):
            if p < least:
                continue
            if r["day"] != today:
                today = r["day"]
                near = binary_dilation(today - last <= MEMORY_DAYS, np.ones((3, 3), bool), iterations=2)
            counts[i] += not near.ravel()[r["pixels"]].any()
            last.ravel()[r["pixels"]] = today
    return counts


def node_means(nodes):
    """Value of a leaf; at other nodes the mean over the training objects below, so that a path tells which feature moved the score."""
    means = [0.] * len(nodes)
    for i in range(len(nodes) - 1, -1, -1):  # children lie behind their parent
        if nodes["is_leaf"][i]:
            means[i] = float(nodes["value"][i])
        else:
            below = [int(nodes["left"][i]), int(nodes["right"][i])]
            means[i] = sum(means[c] * float(nodes["count"][c]) for c in below) / sum(float(nodes["count"][c]) for c in below)
    return means


def tree_arrays(predictor):
    nodes = predictor.nodes
    leaf = nodes["is_leaf"].astype(bool)
    return dict(feature=[-1 if end else int(f) for end, f in zip(leaf, nodes["feature_idx"])],
                threshold=[0. if end else float(t) for end, t in zip(leaf, nodes["num_threshold"])],
                left=[0 if end else int(c) for end, c in zip(leaf, nodes["left"])], right=[0 if end else int(c) for end, c in zip(leaf, nodes["right"])],
                value=node_means(nodes))


def arrays(model, use):
    """Trees of a model trained on some of the features, by the places of all."""
    trees = [tree_arrays(p[0]) for p in model._predictors]
    for tree in trees:
        tree["feature"] = [f if f < 0 else use[f] for f in tree["feature"]]
    return dict(start=float(np.ravel(model._baseline_prediction)[0]), trees=trees)


def type_samples(tables):
    x, kind, site, event = zip(*[(r["x"], t.events[r["event"]]["kind"], s, (s, r["event"])) for s, t in enumerate(tables) for r in t.rows
                                 if r["phase"] == "period" and r["event"] >= 0 and r["seed"] >= 3])
    counts = {e: event.count(e) for e in set(event)}
    return np.stack(x), np.array([MERGED.index(k) for k in kind]), np.array(site), np.array([1. / np.sqrt(counts[e]) for e in event])


class Types:
    """One small set of trees a class, on features that do not speak of certainty."""

    def __init__(self, names):
        self.use = [i for i, n in enumerate(names) if n not in NOT_FOR_TYPES]
        self.models = []

    def fit(self, x, y, weight):
        weight = weight / weight.mean()
        for k in range(len(MERGED)):
            m = HistGradientBoostingClassifier(max_depth=3, max_iter=40, learning_rate=.1, min_samples_leaf=12, l2_regularization=1., early_stopping=False, random_state=0)
            self.models.append(m.fit(x[:, self.use], y == k, sample_weight=weight) if (y == k).any() else None)
        return self

    def margins(self, x):
        return np.stack([m.decision_function(x[:, self.use]) if m else np.full(len(x), -9.) for m in self.models], 1)

    def arrays(self):
        return [dict(type=name, **arrays(m, self.use)) for name, m in zip(MERGED, self.models)]


def at_their_best(tables, tracks):
    """The highest score of every alert, and whether the object that reached it was an event. An alert that began as something else and was
    swallowed by an event is one at its best."""
    clear = []
    for table, alerts in zip(tables, tracks):
        rows = select(table, "period")
        clear += [(a["trace"][-1][1], rows[a["row"]]["event"] >= 0) for a in alerts if rows[a["row"]]["event"] != -2]
    score, hit = zip(*clear)
    return np.array(score), np.array(hit)


def calibration_error(p, hit):
    p, hit = p[p >= .2], hit[p >= .2]
    bins = np.minimum((p * 10).astype(int), 9)
    return sum(abs(p[bins == b].mean() - hit[bins == b].mean()) * (bins == b).sum() for b in set(bins)) / max(1, len(p))


def class_rate(nulls, covers, cover, without=None):
    """Mean false alarms a year of the sites of a class, of all sites if there are not two; as NullRates."""
    others = [i for i in range(len(covers)) if i != without]
    of_class = [i for i in others if covers[i] == cover and cover in CLASSES_OF_LAND]
    return nulls[of_class if len(of_class) >= LEAST_SITE_YEARS else others].mean(0)


def null_rates(nulls, covers):
    """What ships: a table for each class that was seen, and one for all."""
    members = {"all": list(range(len(covers))), **{c: [i for i, of in enumerate(covers) if of == c] for c in CLASSES_OF_LAND}}
    return {name: dict(per_year=list(nulls[of].mean(0)), site_years=len(of)) for name, of in members.items() if of}


def build(tables, others=(), tell=print):
    """The model as JSON, and what it says of some objects, to be told again by the program; what it is worth on sites left out is told.
    Trees learn from all, a site of the tables weighing len(others) / len(tables) of the others; what a probability means and how much is false is counted on the tables alone."""
    names = tables[0].features
    every = list(tables) + list(others)
    weight_of = np.array([len(others) / len(tables) if others else 1.] * len(tables) + [1.] * len(others))
    x, y, site, weight = samples(every)
    weight = weight * weight_of[site]
    tx, ty, tsite, tweight = type_samples(every)
    tweight = tweight * weight_of[tsite]
    left_out, left_types, tracks = [], [], []
    for s, table in enumerate(tables):
        left_out.append(LogOdds(names).fit(x[site != s], y[site != s], weight[site != s]))
        left_types.append(Types(names).fit(tx[tsite != s], ty[tsite != s], tweight[tsite != s]))
        rows = select(table, "period")
        tracks.append(table.tracks(rows, scores(left_out[s], rows), -np.inf))
    best, hit = at_their_best(tables, tracks)
    cx, cp = calibration(best, hit)
    to_p = lambda score: np.interp(score, cx, cp)
    tell(f"{len(y)} objects of {len(every)} sites, {int(y.sum())} of events; {len(hit)} alerts of {len(tables)} sites, {int(hit.sum())} on events")
    tell("calibration error, leaving sites out but for the calibration itself: %.3f" % calibration_error(to_p(best), hit))
    nulls = np.stack([null_counts(t, select(t, "history"), to_p(scores(m, select(t, "history")))) for t, m in zip(tables, left_out)])
    covers = [t.cover for t in tables]
    tell("land: " + ", ".join("%s %d" % (c, covers.count(c)) for c in sorted(set(covers))))
    right = [MERGED[np.argmax(m.margins(select(t, "period")[a["row"]]["x"][None])[0])] == t.events[a["event"]]["kind"]
             for t, m, one in zip(tables, left_types, tracks) for a in one if a["event"] >= 0]
    tell("types right, leaving sites out: %.3f of %d alerts on events" % (np.mean(right), len(right)))
    for asked in (1, 2, 5, 20):
        false, found = [], []
        for s, (table, one) in enumerate(zip(tables, tracks)):
            rate = np.maximum.accumulate(((nulls[s] + 2 * class_rate(nulls, covers, table.cover, s)) / 3)[::-1])[::-1]
            least = next((t for t, r in zip(THRESHOLDS, rate) if r <= asked), THRESHOLDS[-1])
            raised = [(t, next((d for d, v in t["trace"] if to_p(v) >= least), None)) for t in one]
            false.append(sum(d is not None and t["event"] < 0 for t, d in raised))
            found.append(len({t["event"] for t, d in raised if d is not None and t["event"] >= 0}))
        tell("budget %d: false alarms a site and year %.2f, worst %d; events touched %d of %d" % (asked, np.mean(false), max(false), sum(found), sum(len(t.events) for t in tables)))
    final = LogOdds(names).fit(x, y, weight)
    types = Types(names).fit(tx, ty, tweight)
    some = x[np.linspace(0, len(x) - 1, ORACLE_ROWS).astype(int)]
    margin, types_of = final.scores(some), types.margins(some)
    share = np.exp(types_of - types_of.max(1, keepdims=True))
    share /= share.sum(1, keepdims=True)
    oracle = dict(features=some.tolist(), score=list(margin), probability=list(to_p(margin)), type=[MERGED[k] for k in share.argmax(1)], type_p=list(share.max(1)))
    return oracle, dict(schema=2, features=names, score=final.arrays(),
                calibration=dict(score=list(cx), probability=list(cp)), null_rate=null_rates(nulls, covers), types=types.arrays())
