/** `reynolds scheme`, `explain` and `probe`: output for other programs and for people. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reynolds, symmetricCertificate, workDirectory } from './support.ts';

const directory = workDirectory({ 'good.json': symmetricCertificate('120') });
const request = ['--group', 'B3', '--functions', 'poly:2', '--epsilon', '1/4'];

interface Scheme {
  readonly size: number;
  readonly weights: string;
  readonly elements: readonly {
    readonly element: string;
    readonly weight: string;
    readonly image: readonly number[];
  }[];
  readonly matrices: readonly (readonly (readonly number[])[])[];
}

/** Shape and numbers of a .npy file of doubles. */
const readNpy = (name: string): { readonly shape: readonly number[]; readonly data: readonly number[] } => {
  const bytes = readFileSync(join(directory, name));
  expect([...bytes.subarray(0, 8)]).toEqual([0x93, ...Buffer.from('NUMPY'), 1, 0]);
  const start = 10 + bytes.readUInt16LE(8);
  expect(start % 64).toBe(0);
  const header = bytes.subarray(10, start).toString('latin1');
  expect(header).toMatch(/^\{'descr': '<f8', 'fortran_order': False, 'shape': \(([0-9, ]+)\), \} *\n$/);
  const shape = /\(([0-9, ]+)\)/
    .exec(header)![1]!
    .split(',')
    .filter((part) => part.trim() !== '')
    .map(Number);
  const data = Array.from({ length: (bytes.length - start) / 8 }, (_, i) => bytes.readDoubleLE(start + 8 * i));
  return { shape, data };
};

test('JSON, CSV and NumPy say the same', async () => {
  const json = await reynolds(directory, 'scheme', ...request, '--matrices', '--json');
  expect(json).toMatchObject({ code: 0, err: '' });
  const scheme = JSON.parse(json.out) as Scheme;
  expect(scheme).toMatchObject({ group: 'B3', functions: 'poly:2', epsilon: '1/4', weights: 'uniform' });
  expect(scheme.elements).toHaveLength(scheme.size);
  for (const { element, weight, image } of scheme.elements) {
    expect(element).toBe(`[${image.join(',')}]`);
    expect(weight).toBe(scheme.size === 1 ? '1' : `1/${scheme.size}`);
  }

  const csv = await reynolds(directory, 'scheme', ...request, '--format', 'csv');
  const rows = scheme.elements.map((e) => `"${e.element}",${e.weight},"${e.image.join(' ')}"`);
  expect(csv).toMatchObject({ code: 0, err: '', out: `${['element,weight,image', ...rows].join('\n')}\n` });

  const npy = await reynolds(directory, 'scheme', ...request, '--format', 'npy', '--out', 'b3.npy', '--json');
  expect(npy).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(npy.out)).toMatchObject({ files: ['b3.npy', 'b3-weights.npy'], size: scheme.size });
  expect(readNpy('b3.npy')).toEqual({ shape: [scheme.size, 3, 3], data: scheme.matrices.flat(2) });
  const weights = readNpy('b3-weights.npy');
  expect(weights.shape).toEqual([scheme.size]);
  expect(weights.data.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
});

test('a matrix sends e_i to ± e_|image[i]|', async () => {
  const { out } = await reynolds(directory, 'scheme', ...request, '--matrices');
  const { elements, matrices } = JSON.parse(out) as Scheme;
  matrices.forEach((matrix, index) => {
    const { image } = elements[index]!;
    for (const [row, entries] of matrix.entries())
      for (const [column, entry] of entries.entries())
        expect(entry).toBe(Math.abs(image[column]!) === row + 1 ? Math.sign(image[column]!) : 0);
  });
});

test('in the plane the matrices are rotations', async () => {
  const plane = ['--group', 'C12@plane', '--functions', 'poly:2', '--epsilon', '1/4'];
  const { out } = await reynolds(directory, 'scheme', ...plane, '--matrices');
  const { elements, matrices } = JSON.parse(out) as Scheme;
  matrices.forEach((matrix, index) => {
    const angle = (2 * Math.PI * (elements[index]!.image[0]! - 1)) / 12;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    expect(matrix.flat().every((entry, i) => Math.abs(entry - [c, -s, s, c][i]!) < 1e-12)).toBe(true);
  });
});

test('existence alone is no scheme: declined', async () => {
  const rubik = ['--group', 'rubik', '--functions', 'all', '--epsilon', '1/4'];
  const ended = await reynolds(directory, 'scheme', ...rubik, '--json', '--quiet');
  expect(ended).toMatchObject({ code: 3, out: '' });
  expect(ended.err).toContain('no explicit scheme');
});

test('explain prints the proof of an accepted certificate', async () => {
  const ended = await reynolds(directory, 'explain', 'good.json');
  expect(ended).toMatchObject({ code: 0, err: '' });
  expect(ended.out).toContain('120');
  const json = JSON.parse((await reynolds(directory, 'explain', 'good.json', '--json')).out) as Record<string, unknown>;
  expect(Object.keys(json)).toEqual(['file', 'id', 'statement', 'explanation']);
  expect(json['explanation']).toBe(ended.out);
});

test('probe does not falsify what is true, and the same seed gives the same bytes', async () => {
  const argv = ['probe', 'good.json', '--runs', '10', '--seed', '3', '--json'];
  const first = await reynolds(directory, ...argv);
  expect(first).toMatchObject({ code: 0, err: '' });
  const rows = JSON.parse(first.out) as readonly Record<string, unknown>[];
  expect(Object.keys(rows[0]!)).toEqual(['file', 'id', 'falsified', 'claims']);
  expect(rows[0]).toMatchObject({ file: 'good.json', falsified: false, claims: [{ claim: 0, outcome: 'survived' }] });
  expect((await reynolds(directory, ...argv)).out).toBe(first.out);
});
