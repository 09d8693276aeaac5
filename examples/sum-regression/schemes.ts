/** Sets of group elements as `reynolds scheme` writes them, and whether `check` accepts what they promise. */
import { readFileSync } from 'node:fs';
import { checkText, version } from '../../src/index.ts';
import type { Averaging } from './orbits.ts';

/** The parts of the file that are used here. */
export interface SchemeFile {
  readonly group: string;
  readonly functions: string;
  readonly epsilon: string;
  readonly size: number;
  readonly weights: string;
  readonly elements: readonly {
    readonly element: string;
    readonly weight: string;
    readonly image: readonly number[];
  }[];
}

export interface CertifiedAverage {
  readonly file: SchemeFile;
  readonly epsilon: number;
  readonly average: Averaging;
  /** The identity of the accepted certificate. */
  readonly id: string;
}

const numberOf = (text: string): number => {
  const [numerator, denominator = '1'] = text.split('/');
  return Number(numerator) / Number(denominator);
};

/** The certificate that says AC_wk(S_d, all, ε) ≤ size, with these elements as evidence. */
const certificateOf = ({ group, functions, epsilon, size, weights, elements }: SchemeFile): string =>
  JSON.stringify({
    format: 'reynolds-certificate',
    version: '1',
    group,
    functions,
    claims: [
      {
        quantity: 'AC_wk',
        relation: '<=',
        value: `${size}`,
        weights,
        epsilon,
        evidence: {
          kind: 'blocks',
          scheme: {
            elements: elements.map(({ element }) => element),
            ...(weights === 'uniform' ? {} : { weights: elements.map(({ weight }) => weight) }),
          },
        },
      },
    ],
    provenance: { software: `reynolds ${version}` },
  });

/** Reads a file and has its promise checked. Throws if `check` does not accept it. */
export const certified = (file: SchemeFile): CertifiedAverage => {
  const { verdict, code, message, id } = checkText(certificateOf(file));
  if (verdict !== 'accepted' || id === null) throw new Error(`the scheme is ${verdict} (${code}: ${message})`);
  return {
    file,
    id,
    epsilon: numberOf(file.epsilon),
    average: {
      elements: file.elements.map(({ image }) => image.map((i) => i - 1)),
      weights: file.elements.map(({ weight }) => numberOf(weight)),
    },
  };
};

export const schemeNames = ['S6-1-2.json', 'S6-1-4.json', 'S6-1-10.json'] as const;

export const readScheme = (directory: URL, name: string): SchemeFile =>
  JSON.parse(readFileSync(new URL(name, directory), 'utf8')) as SchemeFile;
