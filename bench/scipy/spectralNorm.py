"""The greatest squared norm of the Fourier transform of a uniform scheme on S_d, trivial representation left out.

Usage: spectralNorm.py FILE, a JSON file {"degree": d, "images": [[...], ...]} of permutations of 0 ... d-1.
The averaging operator on functions on the group is applied through tables of ranks; scipy's Lanczos process (eigsh)
gives the largest eigenvalue of its square, minus the projection to constants. Nothing is proved.
"""

import itertools
import json
import sys

import numpy as np
from scipy.sparse.linalg import LinearOperator, eigsh

with open(sys.argv[1]) as file:
    scheme = json.load(file)
degree = scheme["degree"]
images = np.array(scheme["images"])
group = np.array(list(itertools.permutations(range(degree))), dtype=np.int64)
place = np.array([degree**i for i in range(degree)], dtype=np.int64)
codes = group @ place
order = np.argsort(codes)
sorted_codes = codes[order]


def rank(permutations):
    """Positions of permutations in the list of the group."""
    return order[np.searchsorted(sorted_codes, permutations @ place)]


# moves[s][x] is the rank of s o x.
moves = [rank(image[group]) for image in images]
size = len(group)
count = len(images)


def apply(v):
    v = v.ravel()
    w = np.zeros(size)
    for move in moves:
        w += v[move]
    back = np.zeros(size)
    for move in moves:
        back[move] += w
    return back / count**2 - v.mean()


operator = LinearOperator((size, size), matvec=apply, dtype=float)
start = np.random.default_rng(0).standard_normal(size)
print(float(eigsh(operator, k=1, which="LA", return_eigenvectors=False, v0=start)[0]))
