/** TAKE-HOME.md: the NumPy lines are run as they stand, on files that `reynolds scheme` writes, against the definition. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reynolds, workDirectory } from '../cli/support.ts';

const text = readFileSync(new URL('../../TAKE-HOME.md', import.meta.url), 'utf8');

const python = '/usr/bin/python3';
const numpy = spawnSync(python, ['-c', 'import numpy'], { stdio: 'ignore' }).status === 0;
const absent = numpy ? '' : `, skipped: ${python} has no NumPy (apt-get install python3-numpy)`;

/** The Python code under a heading. */
const codeUnder = (heading: string): string => {
  const code = new RegExp(`## ${heading}\\n[^]*?\`\`\`python\\n([^]*?)\`\`\``).exec(text)?.[1];
  if (code === undefined) throw new Error(`TAKE-HOME.md has no code under ${heading}`);
  return code;
};

/** From the exact text of the scheme alone: permutations and fractions, no matrices. */
const judge = `
import json
from fractions import Fraction
scheme = json.load(open("s4.json"))
rng = np.random.default_rng(0)
model = lambda x: np.stack([np.sin(x @ [1, 2, 3, 4]) * x[:, 0], x[:, 1] ** 2 * x[:, 3]], axis=1)
points = rng.normal(size=(5, 4))
answers = symmetrised(model)(points)
for point, answer in zip(points, answers):
    expected = 0
    for element in scheme["elements"]:
        # (g x)_{g(i)} = x_i, so (g⁻¹x)_i = x_{g(i)}.
        back = np.array([point[j - 1] for j in element["image"]])
        expected = expected + float(Fraction(element["weight"])) * model(back[None])[0]
    assert np.allclose(answer, expected, atol=1e-12), (answer, expected)
one = symmetrised(lambda x: np.cos(x).sum(axis=1) ** 3)(points)
assert one.shape == (5,) and np.allclose(one, np.cos(points).sum(axis=1) ** 3)
import itertools
left = right = 0
for point in points:
    orbit = np.array([[point[i] for i in p] for p in itertools.permutations(range(4))])
    left += symmetrised(model)(orbit).var(axis=0)
    right += model(orbit).var(axis=0)
assert (left <= float(Fraction(scheme["epsilon"])) * right).all(), (left, right)
print(len(scheme["elements"]), "elements agree")
`;

describe('TAKE-HOME.md', () => {
  test.skipIf(!numpy)(`the NumPy lines average as the definition says, and keep the promise${absent}`, async () => {
    const directory = workDirectory();
    const request = ['scheme', '--group', 'S4', '--functions', 'all', '--epsilon', '1/2'];
    const written = await Promise.all([
      reynolds(directory, ...request, '--format', 'npy', '--out', 's4.npy'),
      reynolds(directory, ...request, '--format', 'json', '--out', 's4.json'),
    ]);
    for (const ended of written) expect(ended).toMatchObject({ code: 0, err: '' });
    writeFileSync(join(directory, 'judge.py'), `${codeUnder('NumPy')}${judge}`);
    const { status, stdout, stderr } = spawnSync(python, ['judge.py'], { cwd: directory, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^[0-9]+ elements agree\n$/);
  });

  test('the PyTorch lines do what the NumPy lines do, call by call', () => {
    // NumPy's functions in place of PyTorch's, where their documentation says that they are the same.
    const [numpyCalls, torchCalls] = [codeUnder('NumPy'), codeUnder('PyTorch')].map((code) =>
      code
        .split('def symmetrised')[1]!
        .replaceAll(/ *#.*$/gm, '')
        .trim(),
    );
    expect(
      torchCalls!
        .replace('torch.einsum("n,n...->...", weights, values)', 'np.tensordot(weights, values, axes=1)')
        .replaceAll('torch.', 'np.'),
    ).toBe(numpyCalls);
  });

  test('its first command is one that the command line takes', () => {
    expect(text).toContain('npx reynolds scheme --group S4 --functions all --epsilon 1/4 --format npy --out s4.npy');
  });
});
