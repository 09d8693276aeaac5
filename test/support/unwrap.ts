/** For tests: what must be there, or a failure that says what was there instead. */
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';

export const right = <L, R>(either: E.Either<L, R>): R => {
  if (E.isLeft(either)) throw new Error(`expected a right, not ${JSON.stringify(either.left)}`);
  return either.right;
};

export const left = <L, R>(either: E.Either<L, R>): L => {
  if (E.isRight(either)) throw new Error('expected a left');
  return either.left;
};

export const some = <A>(option: O.Option<A>): A => {
  if (O.isNone(option)) throw new Error('expected some value');
  return option.value;
};
