/** The story of a refutation: what every number of the statement is on the instance, and why the statement is then false. */
import * as E from 'fp-ts/lib/Either.js';
import { rational, showRational } from '../algebra/rational.ts';
import { type Certificate, type Claim, functionsOf } from '../certificate/certificate.ts';
import { unlimited } from '../check/allowance.ts';
import { quantitiesOf } from '../check/quantities.ts';
import { type Subject, subjectOf } from '../check/subject.ts';
import { checkSuborbits } from '../check/suborbits.ts';
import { evaluate, numberOf, type Quantities } from '../conjecture/evaluate.ts';
import { type NumberExpression, type Statement, showNumber, showStatement } from '../conjecture/expression.ts';
import { onlyValue, showInterval } from '../conjecture/interval.ts';
import { parseStatement } from '../conjecture/parse.ts';
import { showInteger } from './explainText.ts';

type Paragraphs = readonly string[];

/** Where the numbers come from. */
const sources: Readonly<Record<NumberExpression['kind'], string>> = {
  natural: '',
  parameter: 'of the certificate',
  quantity: 'computed from the instance',
  multiset: 'computed from the eigenvalues of the elements',
  multiplicity: 'computed from the eigenvalues of the elements',
  averaging: 'by the claims and as it is at most |G|',
  negative: '',
  binary: '',
  call: '',
};

/** The numbers of the statement that are no plain digits, each once: what the instance supplies first, then what is made of it. */
const numbersIn = (p: Statement): readonly NumberExpression[] => {
  const found = new Map<string, NumberExpression>();
  const visit = (x: NumberExpression): void => {
    if (x.kind === 'negative') visit(x.of);
    if (x.kind === 'binary') {
      visit(x.left);
      visit(x.right);
    }
    if (x.kind === 'call') x.of.forEach(visit);
    if (x.kind !== 'natural') found.set(showNumber(x), x);
  };
  const walk = (q: Statement): void => {
    if (q.kind === 'not') walk(q.of);
    else if (q.kind === 'comparison' || q.kind === 'divides') {
      visit(q.left);
      visit(q.right);
    } else if (q.kind !== 'property') {
      walk(q.left);
      walk(q.right);
    }
  };
  walk(p);
  return [...found.values()];
};

const sourceOf = (x: NumberExpression): string =>
  x.kind === 'quantity' && x.name === 'threshold' ? 'by the claims and as it is below |G|' : sources[x.kind];

const inWords = (x: NumberExpression, known: Quantities): string => {
  const source = sourceOf(x);
  const value = numberOf(x, known);
  const verb = value === undefined || onlyValue(value) !== undefined ? 'is' : 'lies in';
  return `- \`${showNumber(x)}\` ${verb} ${showInterval(value)}${source === '' ? '' : `, ${source}`}`;
};

/** What the parts of a statement joined by and, or, if and not are. */
const partsOf = (p: Statement): readonly Statement[] => {
  switch (p.kind) {
    case 'not':
      return [p, ...partsOf(p.of)];
    case 'and':
    case 'or':
    case 'implies':
      return [p, ...partsOf(p.left), ...partsOf(p.right)];
    default:
      return [p];
  }
};

const outcome = { true: 'true', false: 'false', unknown: 'not decided' } as const;

/** Nothing for certificates that refute nothing. */
export const explainRefutation = <G extends string>(subject: Subject<G>, certificate: Certificate): Paragraphs => {
  const read = certificate.not === undefined ? undefined : parseStatement(certificate.not);
  if (read === undefined || E.isLeft(read)) return [];
  const statement = read.right;
  const { k, eps } = certificate.parameters ?? {};
  const claims = certificate.claims.map((claim) => ({ claim, functions: functionsOf(certificate, claim) }));
  const known = quantitiesOf(
    { ...subjectOf(subject.instance, subject.functions, unlimited), tables: subject.tables },
    claims,
    { k: k === undefined ? undefined : rational(k), eps },
  );
  const numbers = numbersIn(statement);
  const multiplicities = /\bM\b/.test(certificate.not ?? '') ? known.multiplicities() : undefined;
  return [
    '## The statement refuted',
    `Somebody may believe that for every instance${eps === undefined && k === undefined ? '' : ', degree and ε'}`,
    `> ${certificate.not}`,
    `It is enough to look at this one instance${k === undefined ? '' : `, at k = ${k}`}${eps === undefined ? '' : `, at eps = ${showRational(eps)}`}. There`,
    numbers.map((x) => inWords(x, known)).join('\n'),
    ...(multiplicities === undefined
      ? []
      : [
          `The multiset M has, for each eigenvalue λ of an element, the largest multiplicity M_λ that λ has in a single element: ${[
            ...multiplicities,
          ]
            .sort(([a], [b]) => a - b)
            .map(
              ([m, count]) => `${count} for ${m === 1 ? '1' : m === 2 ? '−1' : `each primitive ${m}-th root of unity`}`,
            )
            .join(', ')} (MATHEMATICS.md 2.4).`,
        ]),
    partsOf(statement)
      .map((part) => `- \`${showStatement(part)}\` is ${outcome[evaluate(part, known).truth]}`)
      .join('\n'),
    'So the statement is false on this instance. The checker finds this out in the same way: it computes what the instance gives, takes bounds from the claims below once it has accepted them, and evaluates the statement with intervals.',
  ];
};

type SameElementClaim = Extract<Claim, { readonly quantity: 'AC_same' }>;

export const explainSuborbits = <G extends string>(subject: Subject<G>, claim: SameElementClaim): Paragraphs => {
  const shown = checkSuborbits(subject, claim.epsilon);
  const value = E.isRight(shown) ? shown.right.least?.value : undefined;
  const { dimension } = subject.instance.action;
  const doublyTransitive = value !== undefined && value >= BigInt(dimension - 1);
  return [
    '**Idea** (MATHEMATICS.md 5.8, *suborbits*). With the same h on both sides the condition says: what h fixes stays fixed, that is, if h·f = f then h·E_ωf = E_ωf. Take f = x_i, which its stabiliser fixes. So E_ωx_i is a combination of x_i and of the sums of the other orbits of the stabiliser of i.',
    'If only x_i itself occurred, for every i, E_ω would be the identity on linear functions, which is not within ε < 1. So for some i a whole orbit of the stabiliser occurs in E_ωx_i, and every element of the scheme brings one coordinate.',
    doublyTransitive
      ? `Here the stabiliser of i permutes the other ${dimension - 1} coordinates transitively${value === BigInt(dimension) ? `, and since ε(d − 1)² < 1 for d = ${dimension}, x_i itself must occur as well` : ''}. So AC_same ≥ ${showInteger(value)}, however large ε < 1 is and whatever the weights.`
      : `The shortest such orbit here has ${value === undefined ? 'unknown' : showInteger(value)} coordinates, so AC_same is at least that.`,
    '**The checker** lists the orbits of pairs (i, j) of coordinates under the generators.',
  ];
};
