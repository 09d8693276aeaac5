/** The pictures that a certificate gives rise to, each with what a reader must know to read it. */
import * as E from 'fp-ts/lib/Either.js';
import { showRational } from '../algebra/rational.ts';
import { type Certificate, type Claim, functionsOf } from '../certificate/certificate.ts';
import { claimAsFormula } from '../certificate/statement.ts';
import { type Subject, subjectOf } from '../check/subject.ts';
import { printable } from '../group/permutation.ts';
import { parseInstance } from '../representation/action.ts';
import { parseFunctionClass } from '../representation/functionClass.ts';
import { cayleyGraph, cayleyPlot } from './cayley.ts';
import { curveOf, curvePlot } from './curve.ts';
import { plural } from './explainText.ts';
import { profileOf } from './profile.ts';
import { profilePlot } from './profilePlot.ts';
import { schemeOfClaim } from './schemesOf.ts';
import { spectrumOfClaim } from './spectrum.ts';
import { spectrumPlot } from './spectrumPlot.ts';

export interface Picture {
  readonly title: string;
  /** SVG. */
  readonly svg: string;
  /** What is seen, and where its numbers come from. */
  readonly caption: string;
}

/** Schemes that are drawn, of one certificate. */
const schemesDrawn = 3;

const inSubject = <R>(
  certificate: Certificate,
  claim: Claim,
  use: <G extends string>(subject: Subject<G>) => R,
): R | undefined => {
  const functions = parseFunctionClass(functionsOf(certificate, claim));
  if (E.isLeft(functions)) return undefined;
  const used = parseInstance<R>(certificate.group, (instance) => E.right(use(subjectOf(instance, functions.right))));
  return E.isRight(used) ? used.right : undefined;
};

/** Claims with different schemes, the first ones. */
const claimsWithSchemes = (certificate: Certificate): readonly (readonly [index: number, claim: Claim])[] => {
  const seen = new Set<string>();
  return certificate.claims
    .map((claim, index) => [index, claim] as const)
    .filter(([, claim]) => {
      const scheme = schemeOfClaim(claim);
      const key = scheme === undefined ? '' : scheme.elements.join(' ');
      // A single element is no picture.
      if (scheme === undefined || scheme.elements.length < 2 || seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, schemesDrawn);
};

const spectrumPicture = async (certificate: Certificate, index: number, claim: Claim): Promise<readonly Picture[]> => {
  const spectrum = inSubject(certificate, claim, (subject) => spectrumOfClaim(subject, claim));
  if (spectrum === undefined) return [];
  const { called, bound, size, lines } = spectrum;
  const formula = claimAsFormula(certificate, claim);
  const greatest = Math.max(0, ...lines.filter(({ occurs }) => occurs !== false).map(({ norm }) => norm));
  const reference =
    bound === undefined
      ? ''
      : claim.quantity === 'AC_ex'
        ? ' The scheme is exact: the norm is 0 for every irreducible that occurs in F.'
        : ` The dashed line is √${showRational(bound).includes('/') ? `(${showRational(bound)})` : showRational(bound)}, the bound that the checker has proved${claim.quantity === 'AC_st' ? ' (ε/2, from which strong symmetry within ε follows)' : ''}.`;
  const what =
    called === 'module'
      ? 'Each stem is the greatest norm among the nontrivial irreducibles in a module of monomials.'
      : 'Each stem is the norm of the Fourier transform ω̂(π) at a nontrivial irreducible π: 0 means that averaging removes that part of a function entirely, 1 that it does nothing.';
  return [
    {
      title: `Spectrum of claim ${index}, ${formula}`,
      svg: await spectrumPlot(spectrum),
      caption: `${what}${reference} The ${plural(size, 'element')} and their weights are those of claim ${index}; the norms are numerical, computed in floating point for this picture (greatest in F: ${greatest.toFixed(4)}).`,
    },
  ];
};

const cayleyPicture = async (certificate: Certificate, index: number, claim: Claim): Promise<readonly Picture[]> => {
  const graph = inSubject(certificate, claim, (subject) => cayleyGraph(subject, claim));
  if (graph === undefined) return [];
  return [
    {
      title: `Cayley graph of claim ${index}`,
      svg: await cayleyPlot(graph),
      caption: `The ${graph.vertices.length} elements of ${printable(certificate.group, 40)}, and the elements s of the scheme as steps from g to gs (the identity, which steps nowhere, is left out). To average once is to take one random step; the more evenly such steps spread, the smaller the norms in the spectrum.`,
    },
  ];
};

/** Staircase, curve, spectra and Cayley graphs, as far as the certificate has what they show. */
export const picturesOf = async (certificate: Certificate): Promise<readonly Picture[]> => {
  const pictures: Picture[] = [];
  const classes = new Set(
    certificate.claims
      .filter(({ quantity }) => quantity === 'AC_ex')
      .map((claim) => functionsOf(certificate, claim))
      .filter((functions) => /^(linear|poly:[0-9]+)$/.test(functions)),
  );
  if (classes.size > 1 && profileOf(certificate, 'probability').length > 1)
    pictures.push({
      title: 'The staircase',
      svg: await profilePlot(certificate),
      caption:
        'Elements needed for exact symmetry against the degree of the polynomials, certified from both sides: the truth lies between the two lines, and is known where they meet. The vertical axis is logarithmic.',
    });
  if (curveOf(certificate).length > 1)
    pictures.push({
      title: 'Size against ε',
      svg: await curvePlot(certificate),
      caption:
        'Elements for weak symmetry within ε, for plain averages. Below the lowest line no set is good enough; the middle line is a listed set; the upper one is where a count shows that a set exists. Both axes are logarithmic, ε falls to the right.',
    });
  for (const [index, claim] of claimsWithSchemes(certificate)) {
    pictures.push(...(await spectrumPicture(certificate, index, claim)));
    pictures.push(...(await cayleyPicture(certificate, index, claim)));
  }
  return pictures;
};
