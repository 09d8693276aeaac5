/**
 * The symmetry groups of the regular solids. T, Th, Td, O and Oh are signed permutations of the three coordinate axes:
 * the tetrahedron has the vertices (1, 1, 1), (1, −1, −1), (−1, 1, −1), (−1, −1, 1) of the cube [−1, 1]³. I and Ih
 * permute the twelve vertices of the icosahedron. T, O, I are the rotations; Td, Oh, Ih all symmetries of tetrahedron,
 * cube and icosahedron; Th is T with the antipode −1.
 */
import * as E from 'fp-ts/lib/Either.js';
import { type FiniteGroup, makeGroup } from './group.ts';
import { type Permutation, parseWindow } from './permutation.ts';

export type AxialName = 'T' | 'Th' | 'Td' | 'O' | 'Oh';
export type IcosahedralName = 'I' | 'Ih';
export type PolyhedralName = AxialName | IcosahedralName;

/** a + bφ with φ = (1 + √5)/2, so φ² = φ + 1. */
export type GoldenNumber = readonly [a: number, b: number];
type Vector = readonly GoldenNumber[];

/** (0, ±1, ±φ), (±φ, 0, ±1) and (±1, ±φ, 0): the vertices of an icosahedron. I and Ih permute their numbers. */
export const icosahedronVertices: readonly Vector[] = [
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
].flatMap(([s, t]): readonly Vector[] => {
  const [zero, one, golden]: Vector = [
    [0, 0],
    [s!, 0],
    [0, t!],
  ];
  return [
    [zero!, one!, golden!],
    [golden!, zero!, one!],
    [one!, golden!, zero!],
  ];
});

const keyOf = (v: Vector): string => v.map(([a, b]) => `${a}+${b}φ`).join();
const numberOf = new Map(icosahedronVertices.map((v, i) => [keyOf(v), i]));

/** What a symmetry of space does to the numbers of the vertices. */
const onVertices = (symmetry: (v: Vector) => Vector): Permutation =>
  Uint32Array.from(icosahedronVertices, (v) => numberOf.get(keyOf(symmetry(v)))!);

/** a + bφ to −a − bφ (0 − a, as −0 would be another key). */
const negated = ([a, b]: GoldenNumber): GoldenNumber => [0 - a, 0 - b];

const antipode = onVertices((v) => v.map(negated));

/** Vertices are joined by an edge if their inner product is φ. */
const areNeighbours = (i: number, j: number): boolean => {
  let [whole, ofGolden] = [0, 0];
  icosahedronVertices[i]!.forEach(([a, b], k) => {
    const [c, d] = icosahedronVertices[j]![k]!;
    whole += a * c + b * d;
    ofGolden += a * d + b * c + b * d;
  });
  return whole === 0 && ofGolden === 1;
};

/** A fifth of a turn about vertex 0: each of its neighbours in circular order goes to the next; so do the antipodes. */
const fifthOfTurn = (): Permutation => {
  const image = Uint32Array.from(icosahedronVertices, (_, i) => i);
  const neighbours = [...image].filter((i) => areNeighbours(0, i));
  const circle = neighbours.slice(0, 1);
  for (let last = circle[0]; last !== undefined; ) {
    const from: number = last;
    last = neighbours.find((i) => areNeighbours(from, i) && !circle.includes(i));
    if (last !== undefined) circle.push(last);
  }
  circle.forEach((vertex, i) => {
    const next = circle[(i + 1) % circle.length]!;
    image[vertex] = next;
    image[antipode[vertex]!] = antipode[next]!;
  });
  return image;
};

/** A third of a turn about (1, 1, 1). */
const thirdOfTurn = onVertices(([x, y, z]) => [z!, x!, y!]);

/** e_1 → e_2 → e_3 → e_1, half a turn, a quarter turn, a reflection, and the antipode. */
const axes = { third: '[2,3,1]', half: '[-1,-2,3]', quarter: '[2,-1,3]', mirror: '[2,1,3]', antipode: '[-1,-2,-3]' };

const axialGenerators: Readonly<Record<AxialName, readonly string[]>> = {
  T: [axes.third, axes.half],
  Th: [axes.third, axes.half, axes.antipode],
  Td: [axes.third, axes.half, axes.mirror],
  O: [axes.third, axes.quarter],
  Oh: [axes.third, axes.quarter, axes.antipode],
};

const signed = (window: string): Permutation =>
  E.getOrElse<string, Permutation>((problem) => {
    throw new Error(problem);
  })(parseWindow(window, 3));

/** Orders: T 12, Th 24, Td 24, O 24, Oh 48, I 60, Ih 120. */
export const polyhedralGroup = <const N extends PolyhedralName>(name: N): FiniteGroup<N> => {
  if (name === 'I' || name === 'Ih')
    return makeGroup({
      notation: name,
      shape: { kind: 'permutation', degree: icosahedronVertices.length },
      family: { name: 'polyhedral', solid: name },
      generators: [thirdOfTurn, fifthOfTurn(), ...(name === 'Ih' ? [antipode] : [])],
    });
  return makeGroup({
    notation: name,
    shape: { kind: 'signed', degree: 3 },
    family: { name: 'polyhedral', solid: name },
    generators: axialGenerators[name as AxialName].map(signed),
  });
};
