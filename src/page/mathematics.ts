/** Formulas as MathML, made from LaTeX when the page is made: no script, no font, read aloud by screen readers. */
import temml from 'temml';
import { escaped, type Html, trusted } from './html.ts';

/** LaTeX in mathematics. Nothing in it can make links or markup; what is no LaTeX is shown as it is written. */
export const formula = (latex: string, display = false): Html => {
  try {
    return trusted(
      temml.renderToString(latex, { displayMode: display, throwOnError: true, trust: false, strict: false }),
    );
  } catch {
    return escaped(latex);
  }
};
