"""The fits of ClusterFits.cs with scikit-learn: dotnet run --project tests/Benchmarks -c Release -- clustering FOLDER, then
OMP_NUM_THREADS=2 python3 tests/Benchmarks/clustering.py FOLDER. Prints the same columns, for n_init = 10 and the best of 20 starts."""
import sys
import time
from pathlib import Path

import numpy
import sklearn
from sklearn.cluster import KMeans

print("scikit-learn", sklearn.__version__, "numpy", numpy.__version__)
print("table k starts inertia seconds")
for units, methods, numbers in ((13, 40, (2, 3, 4)), (290, 60, (2, 3, 5, 10)), (50_000, 120, (2, 5, 10))):
    for kind in ("noise", "groups"):
        name = f"{units}x{methods}-{kind}"
        rows = numpy.frombuffer(Path(sys.argv[1], name + ".u8").read_bytes(), numpy.uint8).reshape(units, methods).astype(float)
        for clusters in numbers:
            for starts in (10, 20):
                began = time.perf_counter()
                fit = KMeans(clusters, n_init=starts, random_state=1).fit(rows)
                print(name, clusters, starts, repr(fit.inertia_), f"{time.perf_counter() - began:.3f}", flush=True)
