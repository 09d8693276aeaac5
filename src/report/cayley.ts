/**
 * The Cayley graph of a scheme on a small group: a point for each element of the group, and an edge from g to gs in the
 * colour of s for each element s of the scheme. A scheme is good if its graph mixes: if steps along random edges soon
 * lead everywhere.
 */
import * as E from 'fp-ts/lib/Either.js';
import type { Claim } from '../certificate/certificate.ts';
import { readScheme, type Subject } from '../check/subject.ts';
import type { Element, FiniteGroup } from '../group/group.ts';
import { type Listing, listGroup } from '../group/listing.ts';
import { colours, drawing } from './drawing.ts';
import { schemeOfClaim } from './schemesOf.ts';

/** Larger groups make a picture in which nothing is seen. */
export const cayleyOrderLimit = 60;
const schemeLimit = 12;
const edgeLimit = 600;

export interface CayleyGraph {
  /** By rank; in a square from −1 to 1. */
  readonly vertices: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  /** Ranks; `generator` is the place in the list of names. */
  readonly edges: readonly { readonly from: number; readonly to: number; readonly generator: number }[];
  readonly generators: readonly string[];
}

const orderOf = <G extends string>(group: FiniteGroup<G>, s: Element<G>): number => {
  let order = 1;
  for (let power = s; !group.equals(power, group.empty); power = group.concat(power, s)) order++;
  return order;
};

/** The left cosets g⟨s⟩ in the order in which they are met, each in the order g, gs, gs², … */
const cosetsOf = <G extends string>({ group, size, rank, unrank }: Listing<G>, s: Element<G>): readonly number[][] => {
  const seen = new Uint8Array(size);
  const cosets: number[][] = [];
  for (let start = 0; start < size; start++) {
    if (seen[start] === 1) continue;
    const coset: number[] = [];
    for (let g = unrank(start); seen[rank(g)] !== 1; g = group.concat(g, s)) {
      seen[rank(g)] = 1;
      coset.push(rank(g));
    }
    cosets.push(coset);
  }
  return cosets;
};

/** Each coset a circle, the circles around a greater one; one circle if there is one coset. */
const placed = (cosets: readonly (readonly number[])[]): ReadonlyMap<number, readonly [number, number]> => {
  const places = new Map<number, readonly [number, number]>();
  const count = cosets.length;
  // Circles side by side just do not touch.
  const half = Math.sin(Math.PI / count);
  const inner = count === 1 ? 1 : (0.85 * half) / (1 + half);
  cosets.forEach((coset, c) => {
    const around = (2 * Math.PI * c) / count + (count === 2 ? 0 : Math.PI / 2);
    const [x, y] = count === 1 ? [0, 0] : [(1 - inner) * Math.cos(around), (1 - inner) * Math.sin(around)];
    coset.forEach((vertex, i) => {
      const angle = around + (2 * Math.PI * i) / coset.length;
      places.set(vertex, [x + inner * Math.cos(angle), y + inner * Math.sin(angle)]);
    });
  });
  return places;
};

/** undefined for claims without a scheme, large groups and large schemes. */
export const cayleyGraph = <G extends string>(subject: Subject<G>, claim: Claim): CayleyGraph | undefined => {
  const { group } = subject.instance;
  const listing = listGroup(group, cayleyOrderLimit);
  const data = schemeOfClaim(claim);
  const scheme = data === undefined || listing === undefined ? undefined : readScheme(subject, data);
  if (listing === undefined || scheme === undefined || E.isLeft(scheme)) return undefined;
  const names = new Set<string>();
  const steps = scheme.right.elements.filter((s) => {
    const name = group.show(s);
    const fresh = !group.equals(s, group.empty) && !names.has(name);
    names.add(name);
    return fresh;
  });
  if (steps.length === 0 || steps.length > schemeLimit || steps.length * listing.size > edgeLimit) return undefined;
  const longest = steps.reduce((best, s) => (orderOf(group, s) > orderOf(group, best) ? s : best));
  const places = placed(cosetsOf(listing, longest));
  const vertices = Array.from({ length: listing.size }, (_, i) => {
    const [x, y] = places.get(i)!;
    return { name: group.show(listing.unrank(i)), x, y };
  });
  const edges = steps.flatMap((s, generator) => {
    const involution = group.equals(group.concat(s, s), group.empty);
    return vertices.flatMap((_, from) => {
      const to = listing.rank(group.concat(listing.unrank(from), s));
      // An edge and its reverse are one line.
      return involution && to < from ? [] : [{ from, to, generator }];
    });
  });
  return { vertices, edges, generators: steps.map(group.show) };
};

const palette = [
  ...['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00'],
  ...['#8a6fd1', '#7f7f7f', '#b5a400', '#c44e52', '#2a9d8f', '#8c564b'],
];

export const cayleyPlot = ({ vertices, edges, generators }: CayleyGraph): Promise<string> => {
  const hidden = { scale: { domain: [-1.08, 1.08] }, axis: null };
  return drawing({
    width: 300,
    height: 300,
    background: 'transparent',
    view: { stroke: null },
    layer: [
      {
        data: {
          values: edges.map(({ from, to, generator }) => ({
            x: vertices[from]!.x,
            y: vertices[from]!.y,
            x2: vertices[to]!.x,
            y2: vertices[to]!.y,
            s: generators[generator]!,
          })),
        },
        mark: { type: 'rule', strokeWidth: edges.length > 200 ? 0.7 : 1.2, opacity: 0.7 },
        encoding: {
          x: { field: 'x', type: 'quantitative', ...hidden },
          y: { field: 'y', type: 'quantitative', ...hidden },
          x2: { field: 'x2' },
          y2: { field: 'y2' },
          color: {
            field: 's',
            type: 'nominal',
            title: 'edges from g to gs, by s',
            scale: { domain: [...generators], range: palette.slice(0, generators.length) },
            legend: {
              orient: 'bottom',
              columns: 2,
              titleLimit: 0,
              symbolType: 'stroke',
              symbolStrokeWidth: 3,
              labelLimit: 120,
            },
          },
        },
      },
      {
        data: { values: vertices.map(({ name, x, y }) => ({ name, x, y })) },
        mark: { type: 'point', filled: true, opacity: 1, size: 45, color: colours.ink },
        encoding: {
          x: { field: 'x', type: 'quantitative', ...hidden },
          y: { field: 'y', type: 'quantitative', ...hidden },
        },
      },
    ],
  });
};
