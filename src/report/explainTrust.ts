/** Who checked what: the last section of an explanation, for a reader who must decide what to believe. */
import type { Certificate } from '../certificate/certificate.ts';
import { version } from '../certificate/version.ts';
import { evidenceKindsOf } from './evidenceKinds.ts';

type Paragraphs = readonly string[];

/** What is taken from the literature without being checked, by kind of evidence (TRUST.md). */
const literature: readonly (readonly [kinds: readonly string[], what: string])[] = [
  [
    ['existence'],
    'the Golden–Thompson inequality, behind the count that shows that *some* set of elements is good enough (MATHEMATICS.md 3.3)',
  ],
  [
    ['involutions'],
    'that all irreducible representations of this group are real, and the count of Frobenius and Schur',
  ],
  [['blocks'], 'that Young’s orthogonal form gives all irreducible representations of the symmetric group'],
  [
    ['multiplicities', 'rank', 'linear-programme', 'dimension', 'table'],
    'that characters reduce well modulo a prime that does not divide |G| (MATHEMATICS.md 2.11)',
  ],
];

/** Decisions in floating point, at least at first; all others are exact. */
const floating = ['gram', 'blocks', 'abelian', 'moments', 'displacement'];

const checked = ({ not }: Certificate, kinds: readonly string[]): string =>
  [
    ...(kinds.length === 0
      ? []
      : [`every claim, by evidence of the kinds ${kinds.map((kind) => `*${kind}*`).join(', ')}`]),
    ...(not === undefined ? [] : ['the statement, evaluated in exact intervals']),
  ].join('; ');

export const explainTrust = (certificate: Certificate): Paragraphs => {
  const kinds = [...new Set(certificate.claims.flatMap(evidenceKindsOf))];
  const taken = literature.filter(([of]) => of.some((kind) => kinds.includes(kind))).map(([, what]) => what);
  const rounded = floating.filter((kind) => kinds.includes(kind));
  return [
    '## What was checked by whom',
    [
      `- **By the checker of Reynolds ${version}, when this was written**: from the text of the certificate alone: ${checked(certificate, kinds)}. ${
        rounded.length === 0
          ? 'All decisions were made in exact arithmetic.'
          : `Decisions were made in exact arithmetic, but for ${rounded.map((kind) => `*${kind}*`).join(' and ')}: floating point with a proved bound on its error, which can miss a true bound and never confirm a false one.`
      }`,
      '- **By Coq**: the theories in proofs/ prove the theorems behind the kinds of evidence that proofs/README.md lists, for all groups at once, and `reynolds coq FILE` states claims of this very certificate for its kernel, where it can. They share no code with the checker.',
      taken.length === 0
        ? '- **By nobody here, taken from the literature**: nothing beyond elementary representation theory.'
        : `- **By nobody here, taken from the literature**: ${taken.join('; ')}.`,
      '- **Not relied on**: how the evidence was found, the software and seed that the certificate names, and anything it says about itself.',
    ].join('\n'),
  ];
};
