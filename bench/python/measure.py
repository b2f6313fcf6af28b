"""The other side of the bench: reads the same tables, then measures the task named on each line of its input."""
import glob
import json
import os
import sys
import time

import numpy as np
import pandas
import sklearn
import xgboost
from sklearn.ensemble import RandomForestClassifier
from sklearn.inspection import permutation_importance

folder, width, logs = sys.argv[1], int(sys.argv[2]), sys.argv[3]
THREADS = 2
kept = {}


def table(name):
    label = np.fromfile(f"{folder}/{name}.labels", dtype=np.uint8)
    return np.ascontiguousarray(np.fromfile(f"{folder}/{name}.bin").reshape(width, -1).T), label


train_x, train_y = table("train")
test_x, test_y = table("test")


def accuracy(model):
    return float((model.predict(test_x) == test_y).mean())


def fit_forest():
    return RandomForestClassifier(n_estimators=100, max_depth=16, n_jobs=THREADS, random_state=42).fit(train_x, train_y)


def fit_boosting(threads=THREADS):
    return xgboost.XGBClassifier(n_estimators=100, max_depth=6, learning_rate=0.3, tree_method="hist", max_bin=255, n_jobs=threads).fit(train_x, train_y)


def forest():
    kept["forest"] = fit_forest()
    return lambda: accuracy(kept["forest"])


def boosting():
    kept["boosting"] = fit_boosting()
    return lambda: accuracy(kept["boosting"])


def boosting_one_thread():
    model = fit_boosting(threads=1)
    return lambda: accuracy(model)


def importance():
    result = permutation_importance(kept["forest"], test_x, test_y, n_repeats=5, n_jobs=THREADS, random_state=42)
    return lambda: float(result.importances_mean[0])


def interactions():
    """Path-dependent: XGBoost has no exact interventional ones."""
    rows = xgboost.DMatrix(test_x[:1000])
    kept["boosting"].get_booster().predict(rows, pred_interactions=True)
    return lambda: float("nan")


def read_logs():
    """The logs of a campaign into one table, and its quantiles by platform and workload."""
    frames = [pandas.read_json(file, lines=True) for file in sorted(glob.glob(f"{logs}/**/*.jsonl", recursive=True))]
    whole = pandas.concat(frames, ignore_index=True)
    whole["execution_time_ms"] = [metrics.get("execution_time_ms") if isinstance(metrics, dict) else None for metrics in whole["metrics"]]
    whole.groupby(["platform", "workload_type"])["execution_time_ms"].quantile([0.25, 0.5, 0.75])
    return lambda: float(len(whole))


print(json.dumps({"versions": f"scikit-learn {sklearn.__version__}, XGBoost {xgboost.__version__}, pandas {pandas.__version__}"}), flush=True)
def processor_seconds():
    """Of this process and of the helpers it has running (joblib's); without /proc, of this process alone."""
    total = time.process_time()
    for children in glob.glob("/proc/self/task/*/children"):
        for child in open(children).read().split():
            try:
                fields = open(f"/proc/{child}/stat").read().rpartition(")")[2].split()
                total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            except OSError:
                pass
    return total


TASKS = {"forest": forest, "boosting": boosting, "boosting-one-thread": boosting_one_thread, "importance": importance, "interactions": interactions, "read-logs": read_logs}
for line in sys.stdin:
    # What an earlier task would have fitted, off the clock.
    if line.strip() == "importance" and "forest" not in kept:
        kept["forest"] = fit_forest()
    if line.strip() == "interactions" and "boosting" not in kept:
        kept["boosting"] = fit_boosting()
    start, busy = time.perf_counter(), processor_seconds()
    score = TASKS[line.strip()]()
    seconds, processor = time.perf_counter() - start, processor_seconds() - busy
    print(json.dumps({"seconds": seconds, "processorSeconds": processor, "score": score()}).replace("NaN", "null"), flush=True)
