/** What the table of certificates says of each. */
import * as E from 'fp-ts/lib/Either.js';
import { showRational } from '../algebra/rational.ts';
import { type Certificate, epsilonOf } from '../certificate/certificate.ts';
import { identityOf } from '../certificate/identity.ts';
import { boundsOf, type SharedBounds, sharedBounds } from '../report/bounds.ts';
import { cut } from '../report/explainText.ts';
import { openingOf } from '../report/opening.ts';
import { shortInteger } from '../report/table.ts';
import { parseInstance } from '../representation/action.ts';

export interface GalleryRow {
  readonly file: string;
  /** The page of the certificate, from the front page. */
  readonly href: string;
  readonly id: string;
  readonly group: string;
  /** In full, and as it is shown. */
  readonly order: string;
  readonly shownOrder: string;
  readonly functions: string;
  readonly quantities: readonly string[];
  readonly epsilons: readonly string[];
  readonly bounds: readonly string[];
  /** Whether both sides meet: in all, some or none of the bounds. */
  readonly status: 'known' | 'partly known' | 'bounds';
}

/** Bounds that are shown one by one. */
const boundLimit = 5;

/** Lower bounds for signed weights are for all, and so is the value |G|. */
const weightsInBrief = ({ kinds, lower, upper }: SharedBounds, order: bigint): string =>
  kinds.length !== 1
    ? ''
    : kinds[0] === 'signed' && (upper === undefined || (lower === order && upper === order))
      ? ', any weights'
      : `, ${kinds[0]}`;

const inBrief = (bounds: SharedBounds, order: bigint): string => {
  const { quantity, epsilon, lower, upper } = bounds;
  const name = `${quantity}${epsilon === undefined ? '' : `(ε = ${showRational(epsilon)})`}`;
  const weights = quantity === 'threshold' ? '' : weightsInBrief(bounds, order);
  if (lower !== undefined && lower === upper) return `${name} = ${shortInteger(lower)}${weights}`;
  return `${lower === undefined ? '' : `${shortInteger(lower)} ≤ `}${name}${upper === undefined ? '' : ` ≤ ${shortInteger(upper)}`}${weights}`;
};

const boundsInBrief = (certificate: Certificate, order: bigint): readonly string[] => {
  const opening = openingOf(certificate);
  if (opening !== undefined) return [cut(opening, 160)];
  const bounds = boundsOf(certificate);
  const classes = new Set(bounds.map(({ functions }) => functions));
  if (classes.size > 1) {
    const known = bounds.flatMap(({ lower, upper }) => [lower, upper].filter((value) => value !== undefined));
    const [least, most] = [known.reduce((a, b) => (b < a ? b : a)), known.reduce((a, b) => (b > a ? b : a))];
    return [`${bounds[0]!.quantity} from ${shortInteger(least)} to ${shortInteger(most)}, ${classes.size} classes`];
  }
  const brief = [...new Set(sharedBounds(bounds).map((each) => inBrief(each, order)))];
  return brief.length <= boundLimit
    ? brief
    : [...brief.slice(0, boundLimit - 1), `and ${brief.length - boundLimit + 1} more`];
};

const orderOf = (group: string): bigint => {
  const read = parseInstance<bigint>(group, (instance) => E.right(instance.group.order));
  return E.isRight(read) ? read.right : 0n;
};

export const galleryRow = (certificate: Certificate, file: string): GalleryRow => {
  const bounds = boundsOf(certificate);
  const met = bounds.filter(({ lower, upper }) => lower !== undefined && lower === upper).length;
  const order = orderOf(certificate.group);
  return {
    file,
    href: `certificates/${encodeURIComponent(file.replace(/\.json$/, '.html'))}`,
    id: identityOf(certificate),
    group: cut(certificate.group, 48),
    order: `${order}`,
    shownOrder: shortInteger(order),
    functions: cut(certificate.functions, 24),
    quantities: [
      ...(openingOf(certificate) === undefined ? [] : ['refutation']),
      ...new Set(certificate.claims.map(({ quantity }) => quantity)),
    ],
    epsilons: [
      ...new Set(
        certificate.claims
          .map(epsilonOf)
          .filter((epsilon) => epsilon !== undefined)
          .map(showRational),
      ),
    ],
    bounds: boundsInBrief(certificate, order),
    status: met === bounds.length ? 'known' : met > 0 ? 'partly known' : 'bounds',
  };
};
