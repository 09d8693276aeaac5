/** Pictures are drawn from true numbers. */
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import type { Certificate, Claim } from '../../src/certificate/certificate.ts';
import { functionsOf } from '../../src/certificate/certificate.ts';
import { readCertificate } from '../../src/check/index.ts';
import { type Subject, subjectOf } from '../../src/check/subject.ts';
import { cayleyGraph } from '../../src/report/cayley.ts';
import { picturesOf } from '../../src/report/pictures.ts';
import { schemeOfClaim } from '../../src/report/schemesOf.ts';
import { rootOfBound, spectrumOfClaim } from '../../src/report/spectrum.ts';
import { parseInstance } from '../../src/representation/action.ts';
import { parseFunctionClass } from '../../src/representation/functionClass.ts';
import { galleryFiles, readGallery } from '../browser/gallery.ts';
import { certificateOf, weak } from '../probe/support.ts';
import { right } from '../support/unwrap.ts';
import { gram } from './examples.ts';

const inSubject = <R>(certificate: Certificate, claim: Claim, use: <G extends string>(subject: Subject<G>) => R): R =>
  right(
    parseInstance<R>(certificate.group, (instance) =>
      E.right(use(subjectOf(instance, right(parseFunctionClass(functionsOf(certificate, claim)))))),
    ),
  );

/** The largest ones are left out here: their pictures are made of the same pieces. */
const gallery = galleryFiles
  .filter((file) => !/^(?:S7-poly21|M11|S[678]-|Z2(?:10|6)|A6|PSL)/.test(file))
  .map((file) => [file, right(readCertificate(readGallery(file)))] as const);

describe('the spectrum', () => {
  test.each(gallery)('%s: no irreducible of the class is above the bound that was proved', (_, certificate) => {
    for (const claim of certificate.claims) {
      const spectrum = inSubject(certificate, claim, (subject) => spectrumOfClaim(subject, claim));
      if (spectrum === undefined) continue;
      const bound = rootOfBound(spectrum)!;
      for (const { norm, occurs } of spectrum.lines) {
        expect(norm).toBeLessThan(1 + 1e-9);
        if (occurs !== false) expect(norm).toBeLessThan(bound + 1e-7);
      }
    }
  });

  test('of one transposition and the identity in S3: 0 at the sign, 1 at the standard representation', () => {
    const certificate = certificateOf('S3', 'all', weak('<=', 2, '1', gram('regular', '()', '(1,2)')));
    const [claim] = certificate.claims;
    const spectrum = inSubject(certificate, claim!, (subject) => spectrumOfClaim(subject, claim!));
    expect(spectrum?.lines.map(({ name, dimension, norm }) => [name, dimension, Math.round(norm * 1e9) / 1e9])).toEqual(
      [
        ['2+1', 2, 1],
        ['1+1+1', 1, 0],
      ],
    );
  });

  test('of the difference set 0, 1, 3 modulo 7: √2/3 everywhere', () => {
    const certificate = certificateOf(
      'C7',
      'all',
      weak('<=', 3, '2/9', gram('regular', '()', '(1,2,3,4,5,6,7)', '(1,4,7,3,6,2,5)')),
    );
    const [claim] = certificate.claims;
    const lines = inSubject(certificate, claim!, (subject) => spectrumOfClaim(subject, claim!))?.lines ?? [];
    expect(lines).toHaveLength(3);
    for (const { norm } of lines) expect(norm).toBeCloseTo(Math.SQRT2 / 3, 12);
  });

  test('irreducibles that do not occur in the class are told apart: the sign of S3 in degree 1', () => {
    const certificate = certificateOf('S3', 'linear', weak('<=', 2, '1', gram('monomials', '()', '(1,2,3)')));
    const [claim] = certificate.claims;
    const lines = inSubject(certificate, claim!, (subject) => spectrumOfClaim(subject, claim!))?.lines ?? [];
    expect(lines.map(({ name, occurs }) => [name, occurs])).toEqual([
      ['2+1', true],
      ['1+1+1', false],
    ]);
  });
});

describe('the Cayley graph', () => {
  test('every vertex has one edge out and one in for each element of the scheme but the identity', () => {
    let seen = 0;
    for (const [, certificate] of gallery)
      for (const claim of certificate.claims) {
        const graph = inSubject(certificate, claim, (subject) => cayleyGraph(subject, claim));
        if (graph === undefined) continue;
        seen++;
        const ends = new Map<string, number>();
        for (const { from, to, generator } of graph.edges)
          for (const vertex of [from, to])
            ends.set(`${vertex}/${generator}`, (ends.get(`${vertex}/${generator}`) ?? 0) + 1);
        // An involution has one line at each vertex, which is both.
        for (let generator = 0; generator < graph.generators.length; generator++) {
          const counts = new Set(graph.vertices.map((_, vertex) => ends.get(`${vertex}/${generator}`)));
          expect(counts.size).toBe(1);
          expect([1, 2]).toContain([...counts][0]);
        }
        expect(graph.generators.every((s) => schemeOfClaim(claim)!.elements.includes(s))).toBe(true);
        const places = graph.vertices.map(({ x, y }) => `${x.toFixed(6)},${y.toFixed(6)}`);
        expect(new Set(places).size).toBe(graph.vertices.length);
      }
    expect(seen).toBeGreaterThan(5);
  });
});

test('a profile has its staircase, sizes against ε their curve, and each picture is SVG that says what it shows', async () => {
  const named = async (start: string): Promise<readonly string[]> => {
    const pictures = await picturesOf(gallery.find(([file]) => file.startsWith(start))![1]);
    for (const { svg, caption } of pictures) {
      expect(svg).toMatch(/^<svg /);
      expect(caption.length).toBeGreaterThan(80);
    }
    return pictures.map(({ title }) => title);
  };
  expect(await named('S4-poly6-profile')).toContain('The staircase');
  expect(await named('C13-all-profile')).toContain('Size against ε');
  expect((await named('S5-poly10-separation'))[0]).toContain('Spectrum of claim 1');
});
