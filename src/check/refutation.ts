/**
 * Refutations: a certificate with the key `not` says that a statement of the language of `conjecture/` is false on its instance. Its
 * claims are checked like all claims; then the statement is evaluated with what is known of the instance, and must come out false.
 */
import * as E from 'fp-ts/lib/Either.js';
import { rational } from '../algebra/rational.ts';
import { type Certificate, functionsOf } from '../certificate/certificate.ts';
import { evaluate } from '../conjecture/evaluate.ts';
import { parameterNames, type Statement, showStatement, usesOf } from '../conjecture/expression.ts';
import { parseStatement } from '../conjecture/parse.ts';
import { degreeLimit } from '../representation/functionClass.ts';
import { quantitiesOf } from './quantities.ts';
import { declined, malformed, type Refusal, rejected } from './refusal.ts';
import type { Subject } from './subject.ts';

/** The statement of a refutation, undefined for other certificates: canonical, and with exactly the parameters that it leaves open. */
export const readRefuted = ({
  not,
  parameters,
}: Pick<Certificate, 'not' | 'parameters'>): E.Either<Refusal, Statement | undefined> => {
  if (not === undefined)
    return parameters === undefined
      ? E.right(undefined)
      : malformed('statement-parameters', 'there are parameters, but no statement "not"');
  const statement = parseStatement(not);
  if (E.isLeft(statement))
    return malformed('statement-syntax', `"not", column ${statement.left.column}: ${statement.left.message}`);
  const canonical = showStatement(statement.right);
  if (canonical !== not) return malformed('statement-syntax', `write the statement as ${canonical}`);
  const open = usesOf(statement.right).parameters;
  for (const name of parameterNames)
    if (open.has(name) !== (parameters?.[name] !== undefined))
      return malformed('statement-parameters', `the statement ${open.has(name) ? 'leaves open' : 'has no'} ${name}`);
  if (parameters !== undefined && open.size === 0)
    return malformed('statement-parameters', 'leave out parameters: the statement has none');
  if (parameters?.eps !== undefined && parameters.eps.numerator < 0n)
    return malformed('epsilon-range', 'ε must not be negative');
  if (parameters?.k !== undefined && parameters.k > BigInt(degreeLimit))
    return declined('unsupported', `the degree k is above ${degreeLimit}`);
  return statement;
};

/** Whether the statement is false on the instance, given the claims, which have been accepted. */
export const checkRefutation = <G extends string>(
  subject: Subject<G>,
  certificate: Certificate,
  statement: Statement,
): E.Either<Refusal, undefined> => {
  const claims = certificate.claims.map((claim) => ({ claim, functions: functionsOf(certificate, claim) }));
  const { k, eps } = certificate.parameters ?? {};
  const known = quantitiesOf(subject, claims, { k: k === undefined ? undefined : rational(k), eps });
  const { truth, beyond } = evaluate(statement, known);
  if (truth === 'false') return E.right(undefined);
  if (beyond !== undefined) return declined('work-limit', `the statement has ${beyond}`);
  return truth === 'true'
    ? rejected('statement-true', 'the statement is true on this instance, not refuted')
    : rejected('statement-undecided', 'the instance and the claims do not decide the statement');
};
